namespace CommitmentLedger.Conformance;

/// <summary>What a bad line loses of one call.</summary>
internal enum Loss
{
    None,
    Request,
    Reply,
}
