using CommitmentLedger.Storage;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to verifying shows, compiled and run.</summary>
public sealed class VerifyingSnippets
{
    [Fact]
    public async Task A_ledger_is_verified_and_rebuilt()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        var guest = CustomerId.Of("guest-7731");
        await ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson)).For(guest).RequestAsync(
            CommitmentId.New(), new Promise { Words = Words.Verbatim("Is a late check-out possible?") });
        int night = 1;
        IProgress<Verification>? progress = null;
        var output = new StringWriter();
        #region Verify
        // One customer: all entries, the chain, and what the documents say.
        Verification guestsRecord = await ledger.VerifyAsync(guest);

        // The whole company's ledger, a thirtieth of it each night.
        Verification tonight = await ledger.VerifyAsync(LedgerShare.Of(night, 30), progress);
        if (!tonight.IsSound) output.WriteLine(tonight);
        #endregion
        #region Rebuild
        Verification rebuilt = await ledger.RebuildAsync(guest);
        #endregion

        guestsRecord.Should().Be(new Verification { Streams = 1, Entries = 1 });
        rebuilt.Should().Be(guestsRecord);
        output.ToString().Should().BeEmpty();
    }
}
