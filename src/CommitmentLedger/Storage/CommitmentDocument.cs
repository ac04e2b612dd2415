using NodaTime;

namespace CommitmentLedger.Storage;

/// <summary>One commitment as it stands: opaque state beside the columns that it is found by.</summary>
public sealed record CommitmentDocument
{
    /// <summary>The stream it belongs to.</summary>
    public required StreamKey Stream { get; init; }

    /// <summary>The tenant it belongs to.</summary>
    public required TenantKey Tenant { get; init; }

    /// <summary>Which commitment. Unique within the stream.</summary>
    public required CommitmentId Commitment { get; init; }

    /// <summary>Whether the company still owes it.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>When it is due, in whole microseconds, or null when its clock does not run towards an instant.</summary>
    public required Instant? Due { get; init; }

    /// <summary>The team responsible now, 1 to 100 characters.</summary>
    public required string Owner { get; init; }

    /// <summary>The digests of the keys that it is found by, at most 112, each once.</summary>
    public required ValueList<LookupDigest> Lookups { get; init; }

    /// <summary>The state: opaque, at most 1 MiB.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }
}
