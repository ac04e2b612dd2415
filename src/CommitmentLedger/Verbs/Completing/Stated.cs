namespace CommitmentLedger.Events;

/// <summary>We said that it is done.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Outcomes">The delivery for each term where it was noted.</param>
public sealed record Stated(CommitmentId Commitment, ValueList<TermOutcome> Outcomes) : CommitmentEvent(Commitment)
{
    /// <summary>From when silence counts as agreement, and how the customer was told so; null when only a yes does.</summary>
    public SilenceAgrees? SilenceAgrees { get; init; }

    /// <summary>How often the customer had spoken about it by then: accounts and repeated questions, those about the whole of a part among them.</summary>
    public long TimesHeard { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Conversation = Conversation.Stated,
        Proposal = null,
        Clock = commitment.StoppedClock(entry),
        Statement = new Statement(entry.By, entry.OccurredAt, Outcomes) { SilenceAgrees = SilenceAgrees, TimesHeard = TimesHeard },
    };
}
