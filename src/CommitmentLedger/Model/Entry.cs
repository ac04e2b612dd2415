using NodaTime;

namespace CommitmentLedger;

/// <summary>One thing that happened, as it stands in the ledger for ever.</summary>
/// <param name="Customer">The customer whose stream it stands in.</param>
/// <param name="Version">Its place in the customer's stream, counted from 1.</param>
/// <param name="OccurredAt">When it happened; promises are judged by this.</param>
/// <param name="RecordedAt">When the ledger was told; what was knowable at a time is judged by this.</param>
/// <param name="By">The actor.</param>
/// <param name="Command">The command that wrote it. Entries of one command share one id and were written together.</param>
/// <param name="Event">The event.</param>
public sealed record Entry(
    CustomerId Customer,
    long Version,
    Instant OccurredAt,
    Instant RecordedAt,
    Actor By,
    CommandId Command,
    LedgerEvent Event);
