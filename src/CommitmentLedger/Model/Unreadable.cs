namespace CommitmentLedger.Events;

/// <summary>
/// Stands in the place of an event that cannot be read: a newer version of the library wrote it, its body was erased, or it was changed
/// from outside. It is never recorded; a history and the feed give it so that whoever reads knows which entry is missing, and goes on.
/// </summary>
/// <remarks>What stands beside the body is as it was written, but of the actor only the team is known; the channel says <c>unknown</c>.</remarks>
/// <param name="Commitment">The commitment it is about, or null when it is about the customer as a whole.</param>
/// <param name="Type">The kind of event, as it was stored: <c>promised</c>.</param>
/// <param name="Problem">Why it cannot be read and what to do. Never personal data.</param>
public sealed record Unreadable(CommitmentId? Commitment, string Type, string Problem) : LedgerEvent
{
    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => throw new LedgerDataException(Problem);
}
