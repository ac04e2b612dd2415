namespace CommitmentLedger.Events;

/// <summary>The customer said something about a promise.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The customer's own words.</param>
public sealed record AccountRecorded(CommitmentId Commitment, Words Words) : CommitmentEvent(Commitment)
{
    /// <summary>The customer's content that nobody had said before, or null.</summary>
    public Additions? Adds { get; init; }

    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment.WithWords(words => words.With(Adds)).Hear(Words, entry);
}
