namespace CommitmentLedger.Conformance;

/// <summary>Ends a check that cannot be asked of the store at hand.</summary>
internal sealed class DoesNotApplyException(string reason) : Exception(reason);
