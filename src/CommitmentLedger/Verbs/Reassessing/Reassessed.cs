namespace CommitmentLedger.Events;

/// <summary>A deadline was computed anew because a calendar or the rules of a zone changed.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Deadline">The same words, resolved anew.</param>
/// <param name="Reason">The reason for computing it again.</param>
public sealed record Reassessed(CommitmentId Commitment, Deadline Deadline, Words Reason) : CommitmentEvent(Commitment)
{
    /// <summary>The instants that it is watched by from now on.</summary>
    public DueTimes? DueTimes { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Clock = commitment.Clock.Retarget(entry.OccurredAt).Value,
        DueTimes = DueTimes,
        ReassessedDue = Deadline,
    };
}
