using System.Collections.Concurrent;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Engine;

/// <summary>Gives each tenant's promises references that no other promise of the tenant has.</summary>
/// <remarks>
/// Numbers are reserved a block at a time by appending to a reserved stream: the version that the append got is the block. A block
/// that is not used up when the process ends is lost, which costs nothing but numbers. A block is for everybody: it is reserved outside
/// whatever transaction surrounds the caller who comes first.
/// </remarks>
internal sealed class ReferenceSource(ILedgerStore store, LedgerBeginning beginning, Func<Instant> now) : IReferenceSource
{
    private const int BlockLength = 256;
    private readonly ConcurrentDictionary<TenantId, Block> _blocks = new();

    /// <summary>Whether an entry is one of these reservations, which no customer's reader wants to see.</summary>
    public static bool Wrote(StoredEntry entry) => entry.Type == StoredEntry.Reservation;

    /// <inheritdoc/>
    public bool TryTake(TenantId tenant, int count, out ValueList<PromiseReference> references)
    {
        references = [];
        if (!_blocks.TryGetValue(tenant, out Block? block) || !block.Turn.Wait(0, CancellationToken.None)) return false;
        try
        {
            if (block.Left < count) return false;
            references = [.. Enumerable.Range(0, count).Select(_ => PromiseReference.FromNumber(block.Take()))];
            return true;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<PromiseReference>> TakeAsync(TenantId tenant, int count, CancellationToken cancellationToken)
    {
        if (count == 0) return [];
        Block block = _blocks.GetOrAdd(tenant, static _ => new Block());
        await block.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var references = new PromiseReference[count];
            for (int index = 0; index < count; index++)
            {
                if (block.Left == 0) await ReserveApartAsync(tenant, block, cancellationToken).ConfigureAwait(false);
                references[index] = PromiseReference.FromNumber(block.Take());
            }

            return [.. references];
        }
        finally
        {
            block.Turn.Release();
        }
    }

    /// <summary>Goes to another thread where a transaction surrounds the caller: a scope against it would be left behind on the caller's thread.</summary>
    private Task ReserveApartAsync(TenantId tenant, Block block, CancellationToken cancellationToken) => Background.IsSurrounded
        ? Background.RunAsync(() => ReserveAsync(tenant, block, cancellationToken))
        : ReserveAsync(tenant, block, cancellationToken);

    /// <summary>An answer that is lost twice costs numbers and no promise: the command that they were for is not written yet.</summary>
    private async Task ReserveAsync(TenantId tenant, Block block, CancellationToken cancellationToken)
    {
        try
        {
            await TryReserveAsync(tenant, block, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerOutcomeUnknownException)
        {
            try
            {
                await TryReserveAsync(tenant, block, cancellationToken).ConfigureAwait(false);
            }
            catch (LedgerOutcomeUnknownException again)
            {
                throw new LedgerUnavailableException("No references could be reserved. Nothing was written for the customer; try again later.", again);
            }
        }
    }

    private async Task TryReserveAsync(TenantId tenant, Block block, CancellationToken cancellationToken)
    {
        KeyRing keys = await beginning.OpenAsync(store, cancellationToken).ConfigureAwait(false);
        StreamKey stream = keys.Reserved(tenant, "references");
        CommandId command = block.Reservation ??= CommandId.New();
        while (true)
        {
            StoredStream? stored = await store.LoadAsync(stream, new LoadScope([], command), cancellationToken).ConfigureAwait(false);
            StreamAppend append = Reservation(keys, tenant, stream, stored, command);
            switch ((await store.AppendAsync([append], cancellationToken).ConfigureAwait(false))[0])
            {
                case AppendResult.Appended appended:
                    block.Begin(appended.Version);
                    return;
                case AppendResult.Replayed replayed:
                    block.Begin(replayed.LastVersion);
                    return;
            }
        }
    }

    private StreamAppend Reservation(KeyRing keys, TenantId tenant, StreamKey stream, StoredStream? stored, CommandId command)
    {
        StreamSeal seal = stored is null ? keys.NewSeal() : keys.SealOf(stored.Identity);
        long version = (stored?.Version ?? 0) + 1;
        byte[] body = seal.SealEntry("{}"u8, version);
        Instant at = now();
        StoredEntry entry = EntryChain.Link(stored?.Head ?? default, seal.Identity.Id, [new StoredEntry
        {
            Version = version,
            Commitment = null,
            Type = StoredEntry.Reservation,
            SchemaVersion = 1,
            OccurredAt = at,
            RecordedAt = at,
            Team = "ledger",
            Command = command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        }])[0];
        return new StreamAppend
        {
            Stream = stream,
            Identity = seal.Identity,
            Tenant = keys.KeyOf(tenant),
            ExpectedVersion = version - 1,
            Command = command,
            ContentHash = Digest.Of(command.ToGuid().ToByteArray()),
            Entries = [entry],
            Record = "{}"u8.ToArray(),
            Changed = [],
        };
    }

    /// <summary>The numbers of one tenant that are reserved and not used yet.</summary>
    private sealed class Block
    {
        private ulong _next;

        public SemaphoreSlim Turn { get; } = new(1);

        public int Left { get; private set; }

        /// <summary>The reservation that is under way; kept when its outcome is unknown, so that repeating it finds out.</summary>
        public CommandId? Reservation { get; set; }

        public void Begin(long version)
        {
            _next = (ulong)(version - 1) * BlockLength;
            Left = BlockLength;
            Reservation = null;
        }

        public ulong Take()
        {
            Left--;
            return _next++;
        }
    }
}
