using System.Text;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>Whoever holds only the files of a ledger with a secret learns no word, no name and no number.</summary>
public sealed class SecretTests : StoreTest
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_in_the_files_tells_what_was_said_or_to_whom(bool hasSecret)
    {
        await LiveAsync(hasSecret ? LedgerSecret.Of(Secret) : null);

        byte[] files = [.. Directory.EnumerateFiles(Path.GetDirectoryName(File)!).SelectMany(ReadShared)];

        foreach (byte[] telling in Telling()) (files.AsSpan().IndexOf(telling) >= 0).Should().Be(!hasSecret, "{0} is kept only without a secret", Encoding.UTF8.GetString(telling));
        files.AsSpan().IndexOf("membership"u8).Should().BePositive("a team is a column");
    }

    [Fact]
    public async Task Another_secret_is_refused_by_the_next_process()
    {
        await LiveAsync(LedgerSecret.Of(Secret));
        await using SqliteLedgerStore next = OpenAnother();
        await using var ledger = new Ledger(next, secret: LedgerSecret.Of(new byte[32]));

        await FluentActions.Awaiting(() => ledger.ReadAsync(Guest)).Should().ThrowAsync<LedgerSecretException>();
    }

    private async Task LiveAsync(ILedgerSecret? secret)
    {
        await using var ledger = new Ledger(Store, secret: secret);
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

    private static IEnumerable<byte[]> Telling() =>
    [
        .. new[] { "guest-7731", "asha", "extra beds", "extra-beds", "Leela", "birthday", "+971501234567" }.Select(Encoding.UTF8.GetBytes),
        StreamKey.ForCustomer(TenantId.Of("default"), Guest).ToBytes(),
        LookupDigest.For(TenantId.Of("default"), LookupKey.Phone("+971501234567")).ToBytes(),
        TenantKey.For(TenantId.Of("default")).ToBytes(),
    ];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
