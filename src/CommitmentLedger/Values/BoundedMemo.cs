using System.Collections.Concurrent;

namespace CommitmentLedger;

/// <summary>Results of a pure function for the few values that it is mostly asked for: the first so many that come are kept for good.</summary>
internal sealed class BoundedMemo<TKey, TValue>(Func<TKey, TValue> compute)
    where TKey : notnull
{
    private const int MaxKept = 1_024;

    private readonly ConcurrentDictionary<TKey, TValue> _kept = new();
    private volatile bool _isFull;

    public TValue For(TKey key)
    {
        if (_kept.TryGetValue(key, out TValue? kept)) return kept;
        TValue value = compute(key);
        if (_isFull) return value;
        _kept.TryAdd(key, value);
        _isFull = _kept.Count >= MaxKept;
        return value;
    }
}
