using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>The faults that only a killed process shows.</summary>
internal static class CrashingStore
{
    public const string AcknowledgesEarly = "acknowledges-early";
    public const string WritesInHalves = "writes-in-halves";

    /// <summary>No fault: a file that processes share, with a lock for all of them.</summary>
    public const string Shared = "shared";
    public const string LocksOnlyItself = "locks-only-itself";

    public static ILedgerStore OpenShared(string fault, string path) => new SharedFileStore(path, locksOthersOut: fault == Shared);

    public static ILedgerStore Open(string fault, ILedgerStore file) => fault switch
    {
        AcknowledgesEarly => new AcknowledgesBeforeDurable(file),
        WritesInHalves => new WritesAppendsInHalves(file),
        _ => throw new ArgumentException($"There is no fault '{fault}'.", nameof(fault)),
    };
}
