using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>Stands for the reader's own subject.</summary>
internal sealed class MyStoreUnderTest : StoreUnderTest
{
    private readonly WorkshopData _data = new();

    public override string Name => "MyStore";

    public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerStore>(new WorkshopStore(_data));
}
