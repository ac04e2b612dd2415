using NodaTime;

namespace CommitmentLedger;

/// <summary>The effects of the end of a part on its whole, and of the end of a whole on parts that were only proposed.</summary>
internal static class SplitEnding
{
    /// <summary>The next effect, to be recorded before this is called again: a whole that closes may be the last open part of another.</summary>
    public static Decision Decide(Aftermath aftermath)
    {
        List<LedgerEvent>? follows = null;
        foreach (Commitment commitment in aftermath.After.Commitments.AsSpan())
        {
            if (!commitment.IsOpen) continue;
            if (IsDropped(commitment, aftermath.After)) (follows ??= []).Add(new Superseded(commitment.Id));
            else if (commitment.IsSplit && commitment.ClosedParts.Count == commitment.Parts.Count) (follows ??= []).Add(Close(commitment));
        }

        return follows is null ? [] : [.. follows];
    }

    /// <summary>Whether it is a part that was proposed and whose whole does not propose it any more. Of a whole that cannot be read nobody knows.</summary>
    private static bool IsDropped(Commitment part, CustomerRecord record) =>
        part is { AwaitsConsent: true, Whole: { } whole } && !record.IsUnreadable(whole) && record.WholeOf(part) is not { IsOpen: true, Proposal.IsSplit: true };

    private static ClosedByParts Close(Commitment whole)
    {
        Instant? doneAt = whole.ClosedParts.Max(part => part.DoneAt);
        return new ClosedByParts(whole.Id, How(whole)) { Dates = doneAt is { } done ? whole.DatesOf(done) with { LastDue = whole.ClosedParts.Max(part => part.Due) } : null };
    }

    /// <summary>For the customer it is one promise.</summary>
    private static Bindingness How(Commitment whole)
    {
        Bindingness[] parts = [.. whole.ClosedParts.Select(part => part.How)];
        bool isAnyKept = parts.Any(part => part is Bindingness.Kept or Bindingness.KeptLate or Bindingness.PartiallyKept);
        if (isAnyKept) return parts.All(part => part is Bindingness.Kept or Bindingness.KeptLate) ? Timely(whole, parts) : Bindingness.PartiallyKept;
        if (parts.Any(part => part is Bindingness.Broken or Bindingness.Withdrawn)) return Bindingness.Broken;
        return parts.Distinct().Count() == 1 ? parts[0] : Bindingness.Released;
    }

    private static Bindingness Timely(Commitment whole, Bindingness[] parts) =>
        whole.MissedDue is not null || parts.Contains(Bindingness.KeptLate) ? Bindingness.KeptLate : Bindingness.Kept;
}
