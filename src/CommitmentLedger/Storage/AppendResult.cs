namespace CommitmentLedger.Storage;

/// <summary>The result of one append. There are no other results than these five.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Everything was written and will survive a crash.</summary>
    /// <param name="Version">The stream's version now.</param>
    public sealed record Appended(long Version) : AppendResult;

    /// <summary>The same command with the same content had been written before. Nothing was written now.</summary>
    /// <param name="FirstVersion">The version of the first entry that it wrote then.</param>
    /// <param name="LastVersion">The version of the last entry that it wrote then.</param>
    public sealed record Replayed(long FirstVersion, long LastVersion) : AppendResult;

    /// <summary>The stream does not have the expected version, or not the expected head. Nothing was written.</summary>
    /// <param name="ActualVersion">The version that it has; 0 when it does not exist.</param>
    public sealed record Conflict(long ActualVersion) : AppendResult;

    /// <summary>A command with this id but other content had been written before. Nothing was written.</summary>
    public sealed record CommandIdReused : AppendResult;

    /// <summary>A commitment that had to be new is there, open or closed. Nothing was written.</summary>
    public sealed record CommitmentExists : AppendResult;
}
