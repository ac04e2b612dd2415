namespace CommitmentLedger;

/// <summary>The effects of a command so far.</summary>
/// <param name="Before">The record before the command.</param>
/// <param name="After">The record after all that has happened so far: the same commitments at the same places, and new ones behind them.</param>
/// <param name="At">The circumstances beside the record.</param>
internal readonly record struct Aftermath(CustomerRecord Before, CustomerRecord After, Circumstances At);
