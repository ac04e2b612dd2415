namespace CommitmentLedger.Storage;

/// <summary>The parts of a stream to load beside its version, its record document and its open commitments.</summary>
/// <param name="Closed">Commitments to load even when they are closed; ids that the stream does not have are passed over.</param>
/// <param name="Command">A command to look for, or null to look for none.</param>
public sealed record LoadScope(ValueList<CommitmentId> Closed, CommandId? Command)
{
    /// <summary>The open commitments only: what a briefing needs.</summary>
    public static LoadScope OpenOnly { get; } = new([], Command: null);
}
