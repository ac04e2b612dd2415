namespace CommitmentLedger.Events;

/// <summary>Everything that was known of the customer was erased: of what came before, only the skeleton of the entries is left.</summary>
/// <remarks>The entry has no body, because the key that it would be kept under is destroyed; its team and its times say who erased, and when.</remarks>
public sealed record Erased : LedgerEvent
{
    /// <summary>The type of the entry.</summary>
    internal const string TypeName = "erased";

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry) => CustomerRecord.Empty(record.Customer);
}
