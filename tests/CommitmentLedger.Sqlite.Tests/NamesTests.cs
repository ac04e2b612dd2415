using CommitmentLedger.Hostile;
using CommitmentLedger.Sqlite.Tests.Support;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>A customer or a team with a name of any script finds its promises again.</summary>
public sealed class NamesTests : StoreTest
{
    private static readonly Promise Promise = new() { Words = Words.Verbatim("Yes."), PromisedDue = Deadline.At(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(5), DateTimeZone.Utc) };

    private static async Task FindAgainAsync(Ledger ledger, string name)
    {
        CustomerLedger guest = ledger.ActingAs(new Actor(Team.Of(name), Channel.Phone)).For(CustomerId.Of(name));
        var id = CommitmentId.New();
        await guest.PromiseAsync(id, Promise);

        (await guest.BriefAsync(new Occasion("check-in"))).Lines.Should().ContainSingle();
        (await ledger.VerifyAsync(CustomerId.Parse(guest.Customer.ToString()))).IsSound.Should().BeTrue();
        var owned = new List<CommitmentId>();
        await foreach (Commitment commitment in ledger.FindOwnedByAsync(Team.Of(Team.Of(name).ToString()))) owned.Add(commitment.Id);
        owned.Should().Contain(id);
    }

    [Theory]
    [InlineData("\u0995\u09C7\u200C\u09BE")]
    [InlineData("\u0B95\u0BC6\u200D\u0BBE")]
    [InlineData("\u0627\u200D\u0653")]
    [InlineData("\u2194\uFE0E\u0338")]
    [InlineData("\u0928\u200C\u093C")]
    public async Task A_promise_to_a_name_whose_letters_come_together_is_found(string name)
    {
        await using var ledger = new Ledger(Store);

        await FindAgainAsync(ledger, name);
    }

    [Fact]
    public async Task A_promise_to_any_name_that_is_taken_is_found()
    {
        await using var ledger = new Ledger(Store);
        var random = new Random(17);
        var tried = new HashSet<CustomerId>();
        while (tried.Count < 150)
        {
            string name = HostileText.Script(random);
            if (CustomerId.TryParse(name, provider: null, out CustomerId guest) && tried.Add(guest)) await FindAgainAsync(ledger, name);
        }
    }
}
