using System.Text;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Whoever holds only the tables of a ledger with a secret learns no word, no name and no number.</summary>
public class SecretTests : OwnSchema
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_in_the_tables_tells_what_was_said_or_to_whom(bool hasSecret)
    {
        string schema = $"{Schema}_{(hasSecret ? "secret" : "open")}";
        await using PostgreSqlLedgerStore store = NewStore(schema: schema);
        await LiveAsync(store, hasSecret ? LedgerSecret.Of(Secret) : null);

        var rows = new StringBuilder();
        foreach (string table in new[] { "ledger", "head", "entry", "commitment" }) rows.AppendLine(await ScalarAsync<string>($"SELECT string_agg(t::text, ' ') FROM {schema}.{table} t"));
        string all = rows.ToString();

        foreach (string telling in Telling()) all.Contains(telling, StringComparison.OrdinalIgnoreCase).Should().Be(!hasSecret, "{0} is kept only without a secret", telling);
        all.Should().Contain("membership", "a team is a column");
    }

    private static async Task LiveAsync(PostgreSqlLedgerStore store, ILedgerSecret? secret)
    {
        await using var ledger = new Ledger(store, secret: secret);
        CustomerLedger membership = ledger.ActingAs(new Actor(Team.Of("membership"), Person.Of("asha"), Channel.Phone)).For(Guest);
        CommitmentId id = CommitmentId.New();
        await membership.PromiseAsync(id, new Promise
        {
            Words = Words.Verbatim("Four adults, and two extra beds."),
            Terms = [Term.Of("extra-beds", 2)],
            PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc),
            LookupKeys = [LookupKey.Phone("+971501234567")],
        });
        await membership.AddNoteAsync(id, Words.Verbatim("Their daughter Leela turns nine."));
        await membership.BriefAsync(new Occasion("birthday"));
        await ledger.FlushAsync();
    }

    /// <summary>Bytes stand in the text of a row as hexadecimal digits, and keys as UUIDs.</summary>
    private static IEnumerable<string> Telling() =>
    [
        .. new[] { "guest-7731", "asha", "extra beds", "extra-beds", "Leela", "birthday", "+971501234567" }.Select(word => Convert.ToHexString(Encoding.UTF8.GetBytes(word))),
        .. new[]
        {
            StreamKey.ForCustomer(TenantId.Of("default"), Guest).ToBytes(),
            LookupDigest.For(TenantId.Of("default"), LookupKey.Phone("+971501234567")).ToBytes(),
            TenantKey.For(TenantId.Of("default")).ToBytes(),
        }.Select(key => new Guid(key, bigEndian: true).ToString()),
    ];
}
