using System.Text;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Engine;

/// <summary>Opens a ledger with the secret that it was begun with, and with no other.</summary>
/// <remarks>
/// The first thing that is ever written to a store is an entry with the id of the secret, in a stream that belongs to no tenant. It is
/// looked for before anything else until it has been seen, because others may begin the ledger meanwhile, and written before the first append.
/// </remarks>
internal sealed class LedgerBeginning(ILedgerStore store, ILedgerSecret? secret, Func<Instant> now) : IDisposable
{
    private static readonly CommandId Command = new(Key16.Derive("ledger-begun").ToGuid());

    private readonly SemaphoreSlim _turn = new(1);
    private KeyRing? _derived;

    /// <summary>The keys once the ledger is begun; null before, and while it is only within a transaction that may be rolled back.</summary>
    private volatile KeyRing? _begun;

    /// <summary>The keys of the ledger.</summary>
    /// <param name="through">The store, or what it is within a transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LedgerSecretException">The secret is not the one that the ledger was begun with.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be read now.</exception>
    public ValueTask<KeyRing> OpenAsync(ILedgerStore through, CancellationToken cancellationToken) =>
        _begun is { } keys ? new(keys) : new(InTurnAsync(() => ReadAsync(through, cancellationToken), cancellationToken));

    /// <summary>Makes sure that the store says which secret the ledger was begun with, before anything else is written to it.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public ValueTask BeginAsync(ILedgerStore through, CancellationToken cancellationToken)
    {
        if (_begun is not null) return ValueTask.CompletedTask;
        return new(Background.IsSurrounded && ReferenceEquals(through, store)
            ? Background.RunAsync(() => InTurnAsync(() => WriteAsync(through, cancellationToken), cancellationToken))
            : InTurnAsync(() => WriteAsync(through, cancellationToken), cancellationToken));
    }

    public void Dispose() => _turn.Dispose();

    private async Task<KeyRing> InTurnAsync(Func<Task<KeyRing>> open, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await open().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<KeyRing> ReadAsync(ILedgerStore through, CancellationToken cancellationToken)
    {
        if (_begun is { } begun) return begun;
        KeyRing keys = _derived ??= await DeriveAsync(cancellationToken).ConfigureAwait(false);
        if (await through.LoadAsync(StreamKey.OfLedger, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            if (!stored.Record.Span.SequenceEqual(Say(keys))) throw Wrong(keys);
            if (ReferenceEquals(through, store)) _begun = keys;
        }

        return keys;
    }

    private async Task<KeyRing> WriteAsync(ILedgerStore through, CancellationToken cancellationToken)
    {
        KeyRing keys = await ReadAsync(through, cancellationToken).ConfigureAwait(false);
        if (_begun is not null) return keys;
        AppendResult result = (await through.AppendAsync([Append(keys)], cancellationToken).ConfigureAwait(false))[0];
        if (result is not (AppendResult.Appended or AppendResult.Replayed)) throw Wrong(keys);

        // What was begun within a transaction of the caller's may be rolled back.
        if (ReferenceEquals(through, store)) _begun = keys;
        return keys;
    }

    private async Task<KeyRing> DeriveAsync(CancellationToken cancellationToken)
    {
        if (secret is null) return KeyRing.WithoutSecret;
        ReadOnlyMemory<byte> read = await secret.ReadAsync(cancellationToken).ConfigureAwait(false);
        return read.Length >= LedgerSecret.MinLength
            ? KeyRing.Of(read)
            : throw new LedgerSecretException($"The secret has {read.Length} bytes; give at least {LedgerSecret.MinLength} random ones. Nothing was read or written.");
    }

    private StreamAppend Append(KeyRing keys)
    {
        StreamSeal seal = KeyRing.WithoutSecret.NewSeal();
        byte[] said = Say(keys);
        byte[] body = seal.SealEntry(said, version: 1);
        Instant at = now();
        var entry = new StoredEntry
        {
            Version = 1,
            Commitment = null,
            Type = StoredEntry.Beginning,
            SchemaVersion = 1,
            OccurredAt = at,
            RecordedAt = at,
            Team = "ledger",
            Command = Command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
        return new StreamAppend
        {
            Stream = StreamKey.OfLedger,
            Identity = seal.Identity,
            Tenant = TenantKey.OfLedger,
            ExpectedVersion = 0,
            Command = Command,
            ContentHash = Digest.Of(said),
            Entries = EntryChain.Link(default, seal.Identity.Id, [entry]),
            Record = said,
            Changed = [],
        };
    }

    private static byte[] Say(KeyRing keys) => Encoding.ASCII.GetBytes(keys.SecretId is { } id ? $"{{\"secret\":\"{id}\"}}" : "{}");

    private static LedgerSecretException Wrong(KeyRing keys) => new(keys.SecretId is { } id
        ? $"The ledger on this store was begun with another secret than {id}, or without one. Nothing was read or written; give it the secret that it was begun with."
        : "The ledger on this store was begun with a secret. Nothing was read or written; give the ledger that secret.");
}
