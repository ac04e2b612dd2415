namespace CommitmentLedger.Commands;

/// <summary>Notes something about a commitment, such as a question that was answered or what was seen at the door.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Words">What is to be noted.</param>
/// <param name="Evidence">What shows it, or null.</param>
public sealed record AddNote(CommitmentId Commitment, Words Words, Evidence? Evidence = null) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("AddNote", "an open commitment", commitment => commitment.IsOpen);

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        commitment.Notes.Count >= Refusals.MaxListed ? Refusals.TooMany("notes") : new NoteAdded(Commitment, Words, Evidence);
}
