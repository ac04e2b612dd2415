namespace CommitmentLedger.Events;

/// <summary>All parts of a split commitment are closed, and so is the whole.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="As">How it closes, as follows from how its parts closed.</param>
public sealed record ClosedByParts(CommitmentId Commitment, Bindingness As) : CommitmentEvent(Commitment)
{
    /// <summary>When the last of it was done, and the dates that it is held against; null when nothing was done.</summary>
    public ClosingDates? Dates { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.Close(As, entry, reason: null, Dates);
}
