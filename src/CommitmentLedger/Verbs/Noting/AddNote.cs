namespace CommitmentLedger.Commands;

/// <summary>Notes something about a commitment, such as a question that was answered or what was seen at the door.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">The note.</param>
/// <param name="Evidence">The evidence, or null.</param>
public sealed record AddNote(CommitmentId Commitment, Words Words, Evidence? Evidence = null) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.AddNote;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.Notes.Count >= Refusals.MaxListed ? Refusals.TooMany("notes") : new NoteAdded(Commitment, Words, Evidence);
}
