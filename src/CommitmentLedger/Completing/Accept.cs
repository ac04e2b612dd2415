namespace CommitmentLedger;

/// <summary>Records that the customer agrees that it is done. How it closes follows from what was delivered, and when.</summary>
/// <remarks>Where some terms were kept and others not, the missing ones become a new commitment.</remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What the customer said, or null when nobody noted it.</param>
public sealed record Accept(CommitmentId Commitment, Words? Words = null) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Accept", "a promise that was stated as done", commitment => commitment is { IsOpen: true, Conversation: Conversation.Stated }, MovesClock: true);

    /// <summary>Whether the customer did not speak up in the time that was announced. False by default: the customer said yes.</summary>
    public bool BySilence { get; init; }

    /// <summary>When what is missing will be delivered. Null makes the new commitment for it vague, and a briefing says so.</summary>
    public Deadline? RemainderDue { get; init; }

    internal override Verb Verb => Definition;

    internal override ValueList<CommitmentId> Touches => [Commitment, CommitmentId.ForRemainderOf(Commitment)];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        Statement statement = commitment.Statement!;
        if (BySilence && !(at.OccurredAt >= statement.SilenceAgreesFrom?.Due))
            return new Refusal("silence_does_not_count", "The customer was given longer to object, or was not told that silence counts. Wait, or ask.");
        if (RemainderDue?.Due <= at.OccurredAt)
            return new Refusal("due_in_past", "What is missing would be due already. Give a later date, or none.");

        var accepted = new Accepted(Commitment, statement.Closes(commitment.Held, commitment.JudgedDue), Words) { BySilence = BySilence, Dates = commitment.DatesOf(statement.DoneAt) };
        CommitmentId remainder = CommitmentId.ForRemainderOf(Commitment);
        if (accepted.As != Bindingness.PartiallyKept || record.Find(remainder) is not null) return accepted;

        Promise missing = commitment.Promise with { Terms = [.. statement.Unmet(commitment.Promise)], PromisedDue = RemainderDue, Preconditions = [], Choices = [] };
        if (Timing.TryCompute(missing, at, out DueTimes? dueTimes) is { } untimely) return untimely;
        var lineage = new Lineage(LineageKind.RemainderOf, Commitment);
        return [accepted, new Promised(remainder, at.References[0], missing, commitment.Owner) { DueTimes = dueTimes, Lineage = lineage }];
    }
}
