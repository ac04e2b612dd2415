using System.Diagnostics.CodeAnalysis;

namespace CommitmentLedger.Time;

/// <summary>
/// An answer about time, or the <see cref="TimeRefusal"/> that stands in its place. <c>default</c> holds neither and throws.
/// </summary>
public readonly record struct TimeResult<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly TimeRefusal? _refusal;
    private readonly bool _isAnswer;

    private TimeResult(T? value, TimeRefusal? refusal)
    {
        _value = value;
        _refusal = refusal;
        _isAnswer = refusal is null;
    }

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message is the refusal's.</exception>
    public T Value => _isAnswer ? _value! : throw new InvalidOperationException(Refused().ToString());

    /// <summary>Why there is no answer; null when there is one.</summary>
    public TimeRefusal? Refusal => _isAnswer ? null : Refused();

    /// <summary>Whether the answer is that the calendar has no open time to give.</summary>
    public bool NeverOpens => _refusal is not null && _refusal.Code == TimeRefusal.NeverOpens.Code;

    /// <summary>Gives the answer, or the refusal.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out TimeRefusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return _isAnswer;
    }

    /// <summary>Wraps an answer.</summary>
    public static implicit operator TimeResult<T>(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator TimeResult<T>(TimeRefusal refusal) =>
        new(default, refusal ?? throw new ArgumentNullException(nameof(refusal)));

    private TimeRefusal Refused() =>
        _refusal
            ?? throw new InvalidOperationException("This result was never given a value. Use one that a method of the library returned.");
}
