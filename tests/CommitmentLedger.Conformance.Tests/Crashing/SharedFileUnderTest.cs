using System.Diagnostics;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>A file that several processes may have open, with a lock for all of them or only for their own instances.</summary>
internal sealed class SharedFileUnderTest(string fault) : StoreUnderTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"shared-{Guid.NewGuid():N}.ledger");

    public override string Name => fault;

    public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(CrashingStore.OpenShared(fault, _path));

    public override ProcessStartInfo StartCrashChild() => new("dotnet", [typeof(SharedFileUnderTest).Assembly.Location, "crash-child", fault, _path]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_path);
    }
}
