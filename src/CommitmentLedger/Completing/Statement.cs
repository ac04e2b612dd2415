using NodaTime;

namespace CommitmentLedger;

/// <summary>That we say it is done, and what was delivered where that differs from what was promised.</summary>
/// <param name="By">Who says so.</param>
/// <param name="DoneAt">When it was done; judged against the deadline.</param>
/// <param name="Outcomes">What was delivered, for each term where it was noted. A term that is not mentioned was delivered as promised.</param>
public sealed record Statement(Actor By, Instant DoneAt, ValueList<TermOutcome> Outcomes)
{
    /// <summary>From when silence counts as agreement, or null when only a yes does.</summary>
    public Deadline? SilenceAgreesFrom { get; init; }

    /// <summary>The terms of a promise that what was delivered does not satisfy.</summary>
    public IEnumerable<Term> Unmet(Promise promise) =>
        promise.Terms.Where(term => Outcomes.Any(outcome => outcome.IsFor(term) && !term.IsMetBy(outcome.Delivered)));

    /// <summary>How a promise closes: by its terms first, then by whether it was done when due or before.</summary>
    internal Bindingness Closes(Promise promise, Instant? due)
    {
        int unmet = Unmet(promise).Count();
        if (unmet > 0) return unmet == promise.Terms.Count ? Bindingness.Broken : Bindingness.PartiallyKept;
        return DoneAt > due ? Bindingness.KeptLate : Bindingness.Kept;
    }

    /// <summary>Whether it was done early, on time or late.</summary>
    internal Judgement Judge(Instant? opens, Instant due) => new(
        DoneAt > due ? Timeliness.Late : DoneAt < opens ? Timeliness.Early : Timeliness.OnTime,
        due - DoneAt);
}
