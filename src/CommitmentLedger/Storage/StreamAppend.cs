namespace CommitmentLedger.Storage;

/// <summary>The entries and documents of one command for one stream: all of it is written, or nothing.</summary>
/// <remarks>
/// What a store may take for granted, in appends and in imports, and need not check:
/// <list type="bullet">
/// <item><description>There is at least one entry, and versions follow <see cref="ExpectedVersion"/> without a gap.</description></item>
/// <item><description><see cref="StoredEntry.Command"/> of the first entry is <see cref="Command"/>, and that of the others too, unless a whole history is
/// imported: its entries keep the commands that once wrote them.</description></item>
/// <item><description>Every document is of this stream and this tenant, and a stream comes with the same tenant each time.</description></item>
/// <item><description>Instants are whole microseconds; texts, bytes and lookup keys are within their limits.</description></item>
/// </list>
/// It may not take for granted that <see cref="ContentHash"/> or a <see cref="StoredEntry.Head"/> can be computed from the rest.
/// </remarks>
public sealed record StreamAppend
{
    /// <summary>The stream to write to.</summary>
    public required StreamKey Stream { get; init; }

    /// <summary>The identity that the append gives the stream if it makes it. A stream that exists keeps its own, whatever this is.</summary>
    public required StreamIdentity Identity { get; init; }

    /// <summary>The tenant that the stream belongs to.</summary>
    public required TenantKey Tenant { get; init; }

    /// <summary>The version that the stream must have; 0 when it must not exist.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The head of the chain that the append was decided on, which the stream must have if it exists; null where that is not asked.</summary>
    public Digest? ExpectedHead { get; init; }

    /// <summary>The command, unique within the stream.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The digest of the command's content.</summary>
    public required Digest ContentHash { get; init; }

    /// <summary>The entries, at least one, with versions that follow the expected version without a gap.</summary>
    public required IReadOnlyList<StoredEntry> Entries { get; init; }

    /// <summary>The head of the hash chain after the last entry, which becomes the stream's.</summary>
    public Digest Head => Entries[^1].Head;

    /// <summary>Commitments, at most 100, that the stream must not have, open or closed; empty where a load has shown that already.</summary>
    public IReadOnlyList<CommitmentId> MustBeNew { get; init; } = [];

    /// <summary>The record document that replaces the stream's.</summary>
    public required ReadOnlyMemory<byte> Record { get; init; }

    /// <summary>The commitments that are new or changed, each once, never of another stream or tenant. Documents that are not named stay as they are.</summary>
    public required IReadOnlyList<CommitmentDocument> Changed { get; init; }
}
