namespace CommitmentLedger.Events;

/// <summary>Something was noted about a commitment.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What was noted.</param>
/// <param name="Evidence">What shows it, or null.</param>
public sealed record NoteAdded(CommitmentId Commitment, Words Words, Evidence? Evidence) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry) => commitment with
    {
        Notes = commitment.Notes.Add(new Note(entry.By, entry.OccurredAt, Words, Evidence)),
    };
}
