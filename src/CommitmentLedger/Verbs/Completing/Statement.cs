using NodaTime;

namespace CommitmentLedger;

/// <summary>Our statement that it is done, with the delivery where it differs from the promise.</summary>
/// <param name="By">The actor who states it.</param>
/// <param name="DoneAt">When it was done; judged against the deadline.</param>
/// <param name="Outcomes">The delivery for each term where it was noted. Every other term was delivered as promised.</param>
public sealed record Statement(Actor By, Instant DoneAt, ValueList<TermOutcome> Outcomes)
{
    /// <summary>From when silence counts as agreement, and how the customer was told so; null when only a yes does.</summary>
    public SilenceAgrees? SilenceAgrees { get; init; }

    /// <summary>How often the customer had spoken about it by then: accounts and repeated questions, those about the whole of a part among them.</summary>
    public long TimesHeard { get; init; }

    /// <summary>The terms of a promise that what was delivered does not satisfy.</summary>
    public IEnumerable<Term> Unmet(Promise promise) =>
        promise.Terms.Where(term => Outcomes.Any(outcome => outcome.IsFor(term) && !term.IsMetBy(outcome.Delivered)));

    /// <summary>The rest that is still owed: the remainder of each term that is not satisfied.</summary>
    public IEnumerable<Term> Missing(Promise promise) =>
        Unmet(promise).Select(term => Outcomes.First(outcome => outcome.IsFor(term)).Leaves(term));

    /// <summary>How a promise closes: by its terms first, then by whether it was done when due or before.</summary>
    internal Bindingness Closes(Promise promise, Instant? due) => Fulfils(promise) switch
    {
        Fulfilment.None => Bindingness.Broken,
        Fulfilment.InPart => Bindingness.PartiallyKept,
        _ => DoneAt > due ? Bindingness.KeptLate : Bindingness.Kept,
    };

    /// <summary>How much of a promise was delivered, whenever that was.</summary>
    internal Fulfilment Fulfils(Promise promise)
    {
        Term[] unmet = [.. Unmet(promise)];
        if (unmet.Length == 0) return Fulfilment.Whole;
        // Several limits of one thing are one question: nothing at all is within the upper limit and yet delivers nothing.
        bool isSome = promise.Terms.Any(term => !unmet.Any(term.IsAbout)) || !Missing(promise).SequenceEqual(unmet);
        return isSome ? Fulfilment.InPart : Fulfilment.None;
    }

    /// <summary>Whether it was done early, on time or late.</summary>
    internal Judgement Judge(Instant? opens, Instant due) => new(
        DoneAt > due ? Timeliness.Late : DoneAt < opens ? Timeliness.Early : Timeliness.OnTime,
        due - DoneAt);
}
