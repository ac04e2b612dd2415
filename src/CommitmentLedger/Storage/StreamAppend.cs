namespace CommitmentLedger.Storage;

/// <summary>What one command wants written to one stream: all of it or nothing.</summary>
public sealed record StreamAppend
{
    /// <summary>The stream to write to.</summary>
    public required StreamKey Stream { get; init; }

    /// <summary>The tenant that the stream belongs to.</summary>
    public required TenantKey Tenant { get; init; }

    /// <summary>The version that the stream must have; 0 when it must not exist.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The command, unique within the stream.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The digest of the command's content.</summary>
    public required Digest ContentHash { get; init; }

    /// <summary>The entries, at least one, with versions that follow the expected version without a gap.</summary>
    public required IReadOnlyList<StoredEntry> Entries { get; init; }

    /// <summary>The head of the hash chain after the last entry.</summary>
    public required Digest Head { get; init; }

    /// <summary>The record document that replaces the stream's.</summary>
    public required ReadOnlyMemory<byte> Record { get; init; }

    /// <summary>The commitments that are new or changed, each once. Documents that are not named stay as they are.</summary>
    public required IReadOnlyList<CommitmentDocument> Changed { get; init; }
}
