namespace CommitmentLedger.Commands;

/// <summary>Records that the customer agrees that it is done. How it closes follows from what was delivered, and when.</summary>
/// <remarks>
/// Where some was delivered and some not, what is missing becomes a new commitment. The team that stated it speaks for the customer only
/// by saying how the customer agreed.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Yes">How the customer said so. Null when nobody noted it, which only another team than the one that stated it can send.</param>
public sealed record Accept(CommitmentId Commitment, CustomersYes? Yes = null) : CommitmentCommand(Commitment)
{
    /// <summary>Whether the customer did not speak up in the time that the customer was told of. False by default: the customer said yes.</summary>
    public bool BySilence { get; init; }

    /// <summary>When what is missing will be delivered. Null makes the new commitment for it vague, and a briefing says so.</summary>
    public Deadline? RemainderDue { get; init; }

    internal override Verb Verb => Verbs.Accept;

    internal override int ReferencesNeeded => 1;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        Statement statement = commitment.Statement!;
        bool hasSpoken = CustomersVoice.TimesHeard(commitment, record) != statement.TimesHeard;
        if (BySilence && (hasSpoken || Yes is not null || !(at.OccurredAt >= statement.SilenceAgrees?.From.Due)))
            return new Refusal("silence_does_not_count", "The customer spoke, or has longer to object, or was not told that silence counts. Wait, or ask.");
        if (!BySilence && Yes is null && at.By.Team == statement.By.Team)
            return new Refusal("yes_unproven", "The team that says it is done says that the customer agrees. Give the channel and the words, or evidence.");
        if (RemainderDue?.Due <= at.OccurredAt)
            return new Refusal("due_in_past", "What is missing would be due already. Give a later date, or none.");

        var accepted = new Accepted(Commitment, statement.Closes(commitment.Held, commitment.JudgedDue), Yes) { BySilence = BySilence, Dates = commitment.DatesOf(statement.DoneAt) };
        if (accepted.As != Bindingness.PartiallyKept) return accepted;

        Promise missing = Remainder.Of(commitment.Held, statement, RemainderDue);
        if (at.TryComputeDueTimes(missing, out DueTimes? dueTimes) is { } untimely) return untimely;
        var rest = new Promised(CommitmentId.ForRemainder(Id), at.References[0], missing, commitment.Owner)
        {
            DueTimes = dueTimes,
            Lineage = new Lineage(LineageKind.RemainderOf, Commitment),
            SpokenBy = commitment.AgreedBy ?? commitment.PromisedBy,
            MissedDue = commitment.JudgedDue < at.OccurredAt ? commitment.JudgedDue : null,
        };
        return [accepted, rest, .. HandoffOffered.Anew(commitment.Handoff, rest.Commitment, rest.Owner, at, RemainderDue)];
    }
}
