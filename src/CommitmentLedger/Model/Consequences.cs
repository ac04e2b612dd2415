namespace CommitmentLedger;

/// <summary>All that may follow by itself from a command, each decided in the folder of the slice that it belongs to.</summary>
internal static class Consequences
{
    /// <summary>In the order in which they happen: one is asked when nothing follows by those before it. Each answers with no events when nothing does.</summary>
    private static readonly Func<Aftermath, Decision>[] All =
    [
        Answering.Decide,
        SplitEnding.Decide,
        CustomersWait.Decide,
    ];

    /// <summary>The next consequence. A consequence may have consequences of its own, so this is called until there are none.</summary>
    public static Decision Decide(Aftermath aftermath)
    {
        foreach (Func<Aftermath, Decision> consequence in All)
        {
            Decision decision = consequence(aftermath);
            if (decision.Refusal is not null || !decision.Events.IsEmpty) return decision;
        }

        return [];
    }
}
