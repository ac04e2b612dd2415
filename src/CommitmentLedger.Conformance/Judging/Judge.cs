namespace CommitmentLedger.Conformance;

/// <summary>Says whether there is an order of the calls of one stream that explains every answer and never puts a call before one that had ended when it began.</summary>
/// <remarks>
/// The search of Wing and Gong with the memory of Lowe: a set of calls taken, together with a state, is tried once. Calls whose
/// outcome is unknown may be taken at any time or never.
/// </remarks>
internal sealed class Judge
{
    /// <summary>The most calls that one history may have.</summary>
    public const int MaxCalls = 128;

    private readonly RecordedCall[] _calls;
    private readonly HashSet<(UInt128 Taken, string Path)> _tried = [];
    private readonly UInt128 _answered;

    private Judge(IEnumerable<RecordedCall> calls)
    {
        _calls = [.. calls.OrderBy(call => call.Began)];
        if (_calls.Length > MaxCalls) throw new ArgumentException($"A history has at most {MaxCalls} calls; this one has {_calls.Length}.", nameof(calls));
        for (int number = 0; number < _calls.Length; number++)
        {
            if (_calls[number].Answer is not null) _answered |= UInt128.One << number;
        }
    }

    /// <summary>Whether the history is linearizable.</summary>
    public static bool Explains(IEnumerable<RecordedCall> calls) => new Judge(calls).Search(UInt128.Zero, StreamState.Empty);

    private bool Search(UInt128 taken, StreamState state)
    {
        if ((taken & _answered) == _answered) return true;
        if (!_tried.Add((taken, state.Path))) return false;
        long firstEnd = FirstEnd(taken);
        for (int number = 0; number < _calls.Length && _calls[number].Began < firstEnd; number++)
        {
            UInt128 bit = UInt128.One << number;
            if ((taken & bit) != 0) continue;
            (string answer, StreamState next) = state.Take(_calls[number].Call, number);
            // A call of unknown outcome that would change nothing here explains nothing by being taken here.
            if (_calls[number].Answer is { } given ? given != answer : ReferenceEquals(next, state)) continue;
            if (Search(taken | bit, next)) return true;
        }

        return false;
    }

    /// <summary>When the first of the calls that are not taken yet ended: nothing that began later may come before it.</summary>
    private long FirstEnd(UInt128 taken)
    {
        long first = long.MaxValue;
        for (int number = 0; number < _calls.Length; number++)
        {
            if ((taken & (UInt128.One << number)) == 0) first = Math.Min(first, _calls[number].Ended);
        }

        return first;
    }
}
