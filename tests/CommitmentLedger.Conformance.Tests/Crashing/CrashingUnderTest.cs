using System.Diagnostics;
using CommitmentLedger.Storage;
using WritingAStore;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>The sample's honest file, written by a child process with a fault.</summary>
internal sealed class CrashingUnderTest(string fault) : StoreUnderTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"crashing-{Guid.NewGuid():N}.ledger");

    public override string Name => fault;

    public override bool MayBeOpenTwice => false;

    public override async ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => await FileLedgerStore.OpenAsync(_path);

    public override ProcessStartInfo StartCrashChild() => new("dotnet", [typeof(CrashingUnderTest).Assembly.Location, "crash-child", fault, _path]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_path);
    }
}
