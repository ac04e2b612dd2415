namespace CommitmentLedger.Events;

/// <summary>Evidence for a claimed promise was found.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Evidence">The evidence that the words were given.</param>
/// <param name="GivenBy">The actor who gave the words.</param>
public sealed record Corroborated(CommitmentId Commitment, Evidence Evidence, Actor GivenBy) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Certainty = Certainty.Corroborated,
        PromisedBy = commitment.AgreedPromise is null ? GivenBy : commitment.PromisedBy,
        AgreedBy = commitment.AgreedPromise is null ? null : GivenBy,
        Notes = commitment.Notes.Add(new Note(entry.By, entry.OccurredAt, Words: null, Evidence)),
    };
}
