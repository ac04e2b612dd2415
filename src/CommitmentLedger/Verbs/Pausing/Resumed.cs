namespace CommitmentLedger.Events;

/// <summary>A paused clock ran again.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record Resumed(CommitmentId Commitment) : CommitmentEvent(Commitment)
{
    /// <summary>The instants that it is watched by from now on: a counted deadline moved by the open time of a pause of the customer's.</summary>
    public DueTimes? DueTimes { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Clock = commitment.Clock.Resume(entry.OccurredAt).Value,
        DueTimes = DueTimes,
        DueBeforePause = null,
    };

    /// <summary>The effects of resuming a paused commitment now, or the reason why it cannot be resumed.</summary>
    internal static Refusal? TryMake(Commitment commitment, Circumstances at, out Resumed? resumed)
    {
        CommitmentClock running = commitment.Clock.Resume(at.OccurredAt).Value;
        Refusal? untimely = at.TryComputeDueTimes(commitment, running, out DueTimes? dueTimes);
        resumed = untimely is null ? new Resumed(commitment.Id) { DueTimes = dueTimes } : null;
        return untimely;
    }
}
