using System.Data.Common;
using System.Diagnostics;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>The base class for a store under test: where its data lives for one check, and how to open it.</summary>
/// <remarks>
/// Make a new one for every check. Only <see cref="Name"/> and <see cref="OpenAsync"/> must be given. Everything else is a hook: a
/// check that needs one that you do not give is reported as "does not apply", with the reason.
/// </remarks>
public abstract class StoreUnderTest : IAsyncDisposable
{
    private int _isUsed;

    /// <summary>The store's name in reports: <c>Sqlite</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Where the randomness of the checks begins. It stands in every failure message; give the same to repeat a failure.</summary>
    /// <value>Any number. The default is the same every time.</value>
    public virtual ulong RandomSeed => 7_731;

    /// <summary>How long a check may take to open the store, and then to run, before it is said to hang.</summary>
    /// <value>The default is two minutes.</value>
    public virtual TimeSpan Patience => TimeSpan.FromMinutes(2);

    /// <summary>How long an entry that is written may be missing from the feed, because the feed waits for older transactions of others on the same server.</summary>
    /// <value>Zero, the default, for a store whose feed has what was acknowledged. It is a limit for waiting, never a measurement.</value>
    public virtual TimeSpan FeedLag => TimeSpan.Zero;

    /// <summary>Whether two instances over the same data may be open at once. Otherwise the second must be refused.</summary>
    /// <value>The default is true.</value>
    public virtual bool MayBeOpenTwice => true;

    /// <summary>Opens the store. The first call opens it empty, with data that no other check sees.</summary>
    /// <remarks>Every later call opens another instance on the same data, as another process would.</remarks>
    public abstract ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Why a level does not apply to this store, as a sentence for the report; null when the store claims the level.</summary>
    public virtual string? WhyNot(ConformanceLevel level) => null;

    /// <summary>Closes an instance in good order. The default disposes it, if it can be disposed.</summary>
    public virtual async ValueTask CloseAsync(ILedgerStore store)
    {
        if (store is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
        else (store as IDisposable)?.Dispose();
    }

    /// <summary>How to start a process that opens a store on this data and hands it to <see cref="CrashChild.RunAsync"/>; null when there is none.</summary>
    /// <remarks>
    /// It acknowledges on its standard output, and is killed the hard way. No instance is open in this process meanwhile. Where the store may be open
    /// twice, two are started at the same time, on the same data; give each the environment that it is handed.
    /// </remarks>
    public virtual ProcessStartInfo? StartCrashChild() => null;

    /// <summary>Changes what is stored behind the store's back, as somebody with the database's password would. All instances are closed.</summary>
    /// <returns>Whether it was done; false when this kind of change is not offered.</returns>
    public virtual ValueTask<bool> TamperAsync(Tampering tampering, CancellationToken cancellationToken) => ValueTask.FromResult(result: false);

    /// <summary>Harms what the store rests on, so that its doctor must find a danger: drops an index that keeps duplicates out, say, or damages a block.</summary>
    /// <remarks>The store holds a few appends, and all instances are closed. Refusing to open afterwards with <see cref="LedgerUnavailableException"/> counts as having found it.</remarks>
    /// <returns>Whether it was done; false when nothing can be harmed, so that the check does not apply.</returns>
    public virtual ValueTask<bool> SabotageAsync(CancellationToken cancellationToken) => ValueTask.FromResult(result: false);

    /// <summary>Whether these bytes stand anywhere in the data files, the store's own logs included; null when nobody can look there. All instances are closed.</summary>
    /// <remarks>Asked before and after scrubbing. Copies made for safety are not meant: what is erased from them is their keeper's to say.</remarks>
    public virtual ValueTask<bool?> FindsBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.FromResult<bool?>(null);

    /// <summary>Writes an append behind the store's back as if the stream had the expected version, so that versions beyond 2^31 can be reached.</summary>
    /// <remarks>All instances are closed.</remarks>
    /// <returns>Whether it was done.</returns>
    public virtual ValueTask<bool> ForceAppendAsync(StreamAppend append, CancellationToken cancellationToken) => ValueTask.FromResult(result: false);

    /// <summary>Begins a transaction for <see cref="ITransactionalStore.Within"/>; null when there is none.</summary>
    /// <remarks>
    /// A database that numbers its transactions should have numbered this one already, so that it is older than whatever follows. It
    /// must see what others commit meanwhile (read committed). Disposing the transaction must free its connection.
    /// </remarks>
    public virtual ValueTask<DbTransaction?> BeginTransactionAsync(CancellationToken cancellationToken) => ValueTask.FromResult<DbTransaction?>(null);

    /// <summary>How many round trips to the server an instance has made so far; null when nobody counts.</summary>
    /// <remarks>
    /// A round trip is a wait for somebody outside the process: a request to a server. A store that has no server and answers from memory or from a file
    /// of its own makes none. It may count them as 0, for fewer is never a fault, or leave this alone and say so with <see cref="WhyNot"/>.
    /// </remarks>
    public virtual long? CountRoundTrips(ILedgerStore store) => null;

    /// <summary>Removes the data. Called once, when every instance is closed.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal void Begin()
    {
        if (Interlocked.Exchange(ref _isUsed, 1) != 0)
            throw new InvalidOperationException($"This {GetType().Name} was used for a check before. Make a new one for every check, so that no check sees another's data.");
    }
}
