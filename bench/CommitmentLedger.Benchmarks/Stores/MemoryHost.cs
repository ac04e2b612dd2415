using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>Stores in memory, which show what the library costs without a disk.</summary>
internal sealed class MemoryHost : StoreHost
{
    public override StoreKind Kind => StoreKind.Memory;

    public override Task<string> DescribeAsync() => Task.FromResult("in memory");

    public override Task<BenchStore> OpenAsync(string name) => Task.FromResult<BenchStore>(new MemoryStore());

    public override Task RemoveAsync(string name) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class MemoryStore : BenchStore
    {
        public override ILedgerStore Store { get; } = new InMemoryLedgerStore();

        public override StoreAddress Address => throw new NotSupportedException("No other process can open a store in memory.");

        public override Task<RawSession> OpenRawAsync() => throw new NotSupportedException("There is no driver of a store in memory.");

        public override IRawInserts OpenUsualInserts() => throw new NotSupportedException("There is no driver of a store in memory.");

        public override Task EnsureRawRowsAsync(long rows) => Task.CompletedTask;

        public override Task<IReadOnlyList<TableSize>> MeasureTablesAsync() => Task.FromResult<IReadOnlyList<TableSize>>([]);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
