namespace CommitmentLedger;

/// <summary>
/// Whose time it is follows from what is missing: it is the customer's only while everything that is missing is the customer's to bring
/// about, and a supplier's no longer than something of a supplier's is missing. What a supplier has to bring about is ours towards the customer.
/// </summary>
internal static class CustomersWait
{
    /// <summary>The effects on the clocks of the changed commitments, or the reason why they cannot be computed.</summary>
    public static Decision Decide(Aftermath aftermath)
    {
        ReadOnlySpan<Commitment> known = aftermath.Before.Commitments.AsSpan();
        ReadOnlySpan<Commitment> all = aftermath.After.Commitments.AsSpan();
        for (int place = 0; place < all.Length; place++)
        {
            if (place < known.Length && ReferenceEquals(all[place], known[place])) continue;
            if (Begins(all[place])) return new Paused(all[place].Id, Party.Customer, Paused.WaitsForCustomer);
            Commitment? before = place < known.Length ? known[place] : null;
            if (Ends(all[place]) || SuppliersEnds(before, all[place], aftermath.Before))
                return Resumed.TryMake(all[place], aftermath.At, out Resumed? resumed) is { } untimely ? untimely : resumed!;
        }

        return [];
    }

    private static bool Begins(Commitment commitment) =>
        commitment is { Stands: true, Conversation: not Conversation.Stated, Clock.State: ClockState.Running } && commitment.WaitsForCustomer;

    private static bool Ends(Commitment commitment) => commitment is { Stands: true, Clock: { State: ClockState.Paused, OpenPause: { On: Party.Customer } pause } }
        && (pause.Reason == Paused.WaitsForCustomer ? !commitment.WaitsForCustomer : commitment.UnmetPreconditions.Any(condition => condition.By != Party.Customer));

    /// <summary>Whether a supplier was waited for who had something to bring about, and has not any more. A part goes on with the pause of its whole.</summary>
    private static bool SuppliersEnds(Commitment? before, Commitment after, CustomerRecord record) =>
        after is { Stands: true, Clock: { State: ClockState.Paused, OpenPause.On: Party.Supplier } } && !WaitsForSupplier(after)
        && (before is { Stands: true } ? before : after.Whole is { } whole ? record.Find(whole) : null) is { } paused && WaitsForSupplier(paused);

    private static bool WaitsForSupplier(Commitment commitment) => commitment.UnmetPreconditions.Any(condition => condition.By == Party.Supplier);
}
