namespace CommitmentLedger;

/// <summary>What a command has led to so far.</summary>
/// <param name="Before">The record before the command.</param>
/// <param name="After">The record after all that has happened so far: the same commitments at the same places, and new ones behind them.</param>
/// <param name="At">What is so beside the record.</param>
internal readonly record struct Aftermath(CustomerRecord Before, CustomerRecord After, Circumstances At);
