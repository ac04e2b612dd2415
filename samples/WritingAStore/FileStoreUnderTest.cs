using System.Diagnostics;
using CommitmentLedger.Conformance;
using CommitmentLedger.Storage;

namespace WritingAStore;

#region WritingAStore_UnderTest
/// <summary>Where the file lives for one check, how to open it, and which process to kill.</summary>
public sealed class FileStoreUnderTest : StoreUnderTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"writing-a-store-{Guid.NewGuid():N}.ledger");

    public override string Name => "FileLedgerStore";

    public override bool MayBeOpenTwice => false;

    public override async ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => await FileLedgerStore.OpenAsync(_path);

    public override ProcessStartInfo StartCrashChild() => new("dotnet", [typeof(FileStoreUnderTest).Assembly.Location, "crash-child", _path]);

    public override async ValueTask<bool> TamperAsync(Tampering tampering, CancellationToken cancellationToken)
    {
        if (tampering.Kind != TamperingKind.Damage) return false;
        byte[] file = await File.ReadAllBytesAsync(_path, cancellationToken);
        file[file.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_path, file, cancellationToken);
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_path);
    }
}
#endregion
