using System.Diagnostics;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>Opens once, and refuses what the child left.</summary>
internal sealed class RefusesAfterAKill : StoreUnderTest
{
    private readonly SharedFileUnderTest _file = new(CrashingStore.Shared);
    private bool _wasOpened;

    public override string Name => nameof(RefusesAfterAKill);

    public override async ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken)
    {
        if (_wasOpened) throw new LedgerUnavailableException("The file is damaged.");
        _wasOpened = true;
        return await _file.OpenAsync(cancellationToken);
    }

    public override ProcessStartInfo StartCrashChild() => _file.StartCrashChild();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _file.DisposeAsync();
    }
}
