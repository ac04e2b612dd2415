using CommitmentLedger.Storage;

namespace CommitmentLedger.Benchmarks;

/// <summary>What measurements work on: a filled store, the ledger on it, and the raw driver beside it.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private static readonly TenantId Tenant = TenantId.Of("default");

    private readonly StoreHost _host;
    private readonly LoadArguments _arguments;
    private readonly string _prefix;
    private readonly List<string> _toRemove = [];
    private Workbench? _small;
    private long _newCustomers;

    private Workbench(StoreHost host, LoadArguments arguments, string folder, BenchStore store)
    {
        (_host, _arguments, Folder, Store) = (host, arguments, folder, store);
        Population = new Population(Tenant, arguments.Size);
        Marks = new HeldMarks(store.Store);
        Ledger = new Ledger(store.Store, new LedgerOptions { Tenant = Tenant });
        Readers = new Ledger(Marks, new LedgerOptions { Tenant = Tenant, RecentCustomers = 0 });
        _prefix = Guid.NewGuid().ToString("N")[..8];
    }

    public StoreKind Kind => _host.Kind;

    public long Size => Population.Commitments;

    /// <summary>Where the store's files are, when they are on this machine.</summary>
    public string Folder { get; }

    public TimeSpan Time => _arguments.Time;

    public BenchStore Store { get; }

    public Population Population { get; }

    /// <summary>How the store was filled, or that it was filled by an earlier run.</summary>
    public string Filling { get; private set; } = "";

    /// <summary>The ledger on the store.</summary>
    public Ledger Ledger { get; }

    /// <summary>A ledger for timing readings alone: <see cref="Marks"/> stand between it and the store, and every mark loads, so that none passes them.</summary>
    public Ledger Readers { get; }

    public HeldMarks Marks { get; }

    /// <summary>Opens the store and fills it, unless it was filled and kept before.</summary>
    public static async Task<Workbench> OpenAsync(StoreHost host, LoadArguments arguments, string folder)
    {
        // What is not kept has a name of its own, so that it never takes the place of what is.
        bool isKept = arguments.Keep is not null;
        string name = $"bench_{arguments.SizeName}" + (isKept ? "" : $"_{Guid.NewGuid():N}"[..9]);
        string proof = Path.Combine(folder, $"{host.Kind.ToString().ToLowerInvariant()}-{name}.filled");
        bool isFilled = isKept && File.Exists(proof);
        if (!isFilled) await host.RemoveAsync(name);
        var bench = new Workbench(host, arguments, folder, await host.OpenAsync(name));
        if (!isKept) bench._toRemove.Add(name);
        await bench.FillAsync(isFilled);
        if (isKept) await File.WriteAllTextAsync(proof, bench.Filling);
        return bench;
    }

    /// <summary>A customer of this run whom nobody promised anything yet.</summary>
    public CustomerId NewCustomer() => CustomerId.Of($"{_prefix}-{Interlocked.Increment(ref _newCustomers):D9}");

    /// <summary>An ordinary customer with open and closed commitments, any of them.</summary>
    public CustomerId AnyCustomer() => Population.Customer(Random.Shared.NextInt64(Population.Customers));

    /// <summary>The numbers of the rows that the raw driver selects from: as many as there are customers.</summary>
    public long RawRows => Math.Max(Population.Customers, 1_000);

    /// <summary>A store of the same kind with 10,000 commitments, filled at the first call.</summary>
    public async Task<Workbench> SmallAsync() => _small ??= await OpenAsync(_host, _arguments with { Size = 10_000 }, Folder);

    /// <summary>An empty store of the same kind, which goes with this one.</summary>
    public Task<BenchStore> OpenEmptyAsync()
    {
        string name = $"bench_{Guid.NewGuid():N}"[..20];
        _toRemove.Add(name);
        return _host.OpenAsync(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_small is not null) await _small.DisposeAsync();
        await Ledger.DisposeAsync();
        await Readers.DisposeAsync();
        await Store.DisposeAsync();
        foreach (string name in _toRemove) await _host.RemoveAsync(name);
    }

    private async Task FillAsync(bool isFilled)
    {
        if (isFilled)
        {
            Filling = "The store was filled by an earlier run and kept.";
            StreamKey last = StreamKey.ForCustomer(Tenant, Population.Customer(Population.Customers - 1));
            if (await Store.Store.LoadAsync(last, LoadScope.OpenOnly, CancellationToken.None) is null)
                throw new InvalidOperationException($"The folder says that the store of {_arguments.SizeName} was filled, and it is not. Remove its .filled file to fill it again.");
        }
        else
        {
            Console.Error.WriteLine($"Filling {_arguments.SizeName} commitments ...");
            Filling = await new Preload(Population, Console.Error).RunAsync(Store);
        }

        Console.Error.WriteLine(Filling);
        await Store.EnsureRawRowsAsync(RawRows);
    }
}
