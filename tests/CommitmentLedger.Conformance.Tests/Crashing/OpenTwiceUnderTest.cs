using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Crashing;

/// <summary>Says that it refuses a second instance, and does not.</summary>
internal sealed class OpenTwiceUnderTest : StoreUnderTest
{
    private readonly WorkshopData _data = new();

    public override string Name => "OpensTwice";

    public override bool MayBeOpenTwice => false;

    public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerStore>(new WorkshopStore(_data));
}
