using NodaTime;

namespace CommitmentLedger.Storage;

/// <summary>One entry as it is stored. The body is opaque; the other fields are columns.</summary>
public sealed record StoredEntry
{
    /// <summary>The type of an entry that only reserves references, in a stream that belongs to no customer.</summary>
    internal const string Reservation = "references-reserved";

    /// <summary>The type of the entry that says which secret the ledger was begun with, in a stream that belongs to no tenant.</summary>
    internal const string Beginning = "ledger-begun";

    /// <summary>Its place in the stream, counted from 1 without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>The commitment it is about, or null when it is about the customer as a whole.</summary>
    public required CommitmentId? Commitment { get; init; }

    /// <summary>The kind of event, 1 to 60 lower-case letters and hyphens: <c>promised</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the body's form, from 1.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>When it happened, in whole microseconds.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>When it was recorded, in whole microseconds.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The team that acted, 1 to 100 characters.</summary>
    public required string Team { get; init; }

    /// <summary>The command that wrote it: that of the <see cref="StreamAppend"/> with which it came.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The body as stored: opaque, at most 1 MiB. It has random bytes in it, so that its digest does not tell what a short body says.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The digest of the body as stored, as <see cref="EntryChain.HashOf"/> gives it. It stays when the body is scrubbed.</summary>
    public required Digest BodyHash { get; init; }

    /// <summary>The head of the stream's hash chain after this entry, as <see cref="EntryChain"/> gives it.</summary>
    public required Digest Head { get; init; }
}
