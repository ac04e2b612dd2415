using System.Runtime.InteropServices;

namespace CommitmentLedger.Time;

/// <summary>A stretch of absolute time in microseconds; its end is outside.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(long From, long To)
{
    public bool IsEmpty => To <= From;

    public long Length => IsEmpty ? 0 : To - From;

    public Span Clip(long from, long to) => new(Math.Max(From, from), Math.Min(To, to));
}
