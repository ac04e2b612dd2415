using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The store of the library that forgets everything when the process ends, and says so.</summary>
internal sealed class InMemoryUnderTest : StoreUnderTest
{
    private readonly InMemoryLedgerStore _store = new();

    public override string Name => "InMemoryLedgerStore";

    public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerStore>(_store);

    public override string? WhyNot(ConformanceLevel level) => level == ConformanceLevel.Durable ? "It forgets everything when the process ends." : null;
}
