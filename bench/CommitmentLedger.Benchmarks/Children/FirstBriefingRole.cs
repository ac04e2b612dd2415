using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>A process that opens a ledger's file, reads one briefing and says so.</summary>
internal static class FirstBriefingRole
{
    public const string Name = "first-briefing";

    public static async Task<int> RunAsync(string file, string customer)
    {
        await using var store = new SqliteLedgerStore(file);
        await using var ledger = new Ledger(store);
        ActingLedger reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson));
        CommitmentLedger.Briefing briefing = await reception.For(CustomerId.Of(customer)).BriefAsync(new Occasion("check-in"));
        await Console.Out.WriteLineAsync($"{briefing.Lines.Count}");
        return 0;
    }
}
