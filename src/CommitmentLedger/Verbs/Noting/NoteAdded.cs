namespace CommitmentLedger.Events;

/// <summary>Something was noted about a commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The note.</param>
/// <param name="Evidence">The evidence, or null.</param>
public sealed record NoteAdded(CommitmentId Commitment, Words Words, Evidence? Evidence) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Notes = commitment.Notes.Add(new Note(entry.By, entry.OccurredAt, Words, Evidence)),
    };
}
