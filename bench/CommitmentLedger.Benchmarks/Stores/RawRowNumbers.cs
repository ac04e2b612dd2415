namespace CommitmentLedger.Benchmarks;

/// <summary>Numbers for the rows that the callers of one server insert, each given once.</summary>
internal sealed class RawRowNumbers
{
    private long _last;

    public void BeginAfter(long last) => _last = last;

    public long Next() => Interlocked.Increment(ref _last);
}
