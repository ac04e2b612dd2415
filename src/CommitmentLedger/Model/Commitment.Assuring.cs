using NodaTime;

namespace CommitmentLedger;

/// <content>What another promise about the same matter makes of this one: an assurance, a doubt, or a contradiction.</content>
public sealed partial record Commitment
{
    /// <summary>
    /// How many confirmations of what we are held to are independent of each other and of the promise: distinct by team and by what they
    /// rest on. Where they cover different terms, those of the term that has the fewest. A bot's word counts for nothing, nor does what
    /// confirmed other words.
    /// </summary>
    public int IndependentConfirmations => Held.Terms.IsEmpty
        ? CountIndependent(_ => true)
        : Held.Terms.Min(term => CountIndependent(assurance => assurance.Terms.Says(term)));

    /// <summary>The words that we are held to.</summary>
    internal Saying Agreed => new(Held, HeldDueNow, AgreedBy ?? PromisedBy, AgreedAt ?? PromisedAt);

    /// <summary>The words that stand.</summary>
    internal Saying Latest => new(Promise, CurrentDue, PromisedBy, PromisedAt);

    /// <summary>The assurances of what we are held to, be it of some of its terms.</summary>
    internal IEnumerable<Assurance> StandingAssurances => Assurances.Skip(OutdatedAssurances).Where(IsOfHeld);

    /// <summary>
    /// Whether both are promises about the same matter and answer one question differently: a term of one excludes a term of the other,
    /// or one says no term that the other does not say, and they name different deadlines, or something that one still waits for
    /// and the other does not know. Of each, the words that we are held to count.
    /// </summary>
    public bool Contradicts(Commitment other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id != other.Id && Stands && other.Stands && !IsPartBeside(other) && Held.IsAboutTheSameMatter(other.Held) && DiffersFrom(other);
    }

    /// <summary>
    /// The words of it that a promise says nothing beyond, so that giving it has assured this one: those that we are held to, else those
    /// that stand in their place; null when it says something else. It has only terms that they have, no other deadline, choice or reading,
    /// and no other preconditions but those that are met. Terms and a deadline that it leaves out it leaves as they are.
    /// </summary>
    internal Saying? RepeatedBy(Promise promise)
    {
        if (!Stands || promise.Terms.IsEmpty) return null;
        if (Says(Held) && IsDue(Agreed)) return Agreed;
        return AgreedPromise is not null && Says(Promise) && IsDue(Latest) ? Latest : null;

        bool IsDue(Saying words) => promise.PromisedDue is not { } due || words.IsDueWith(due);

        bool Says(Promise words) =>
            words.IsAboutTheSameMatter(promise)
            && words.Terms.SaysAllOf(promise.Terms)
            && promise.Preconditions.All(words.Knows)
            && UnmetPreconditions.All(promise.Knows)
            && promise.Choices.All(choice => words.Choices.Any(choice.AsksTheSameAs))
            && (!promise.IsAmbiguous || promise.Readings.All(reading => words.Readings.Any(known => Text.IsSameName(known.Text, reading.Text))));
    }

    /// <summary>Finds what a repetition adds to its words, null when that is nothing, or why these cannot take it.</summary>
    internal Refusal? TryFindAdditions(Promise repetition, out Additions? adds)
    {
        Additions? added = adds = Additions.Of([.. AllWords], repetition);
        return added is null ? null : AllWords.Select(words => words.With(added).Problem()).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>
    /// Whether repeating words of it now shows that the customer asked for it again: always when a bot repeats them, else unless the same
    /// team gave them, or heard the customer ask, on the same day where the customer is.
    /// </summary>
    internal bool IsAskedForAgain(Saying words, Circumstances at)
    {
        DateTimeZone zone = words.Promise.PromisedDue?.Zone ?? at.Zone;
        return at.By.Bot is not null || !IsOneConversation(words.By, words.At) && !(Doubt is { } asked && IsOneConversation(asked.LastHeardBy, asked.LastAt));

        bool IsOneConversation(Actor by, Instant then) => by.Team == at.By.Team && then.InZone(zone).Date == at.OccurredAt.InZone(zone).Date;
    }

    /// <summary>Whether an assurance is by the date that we are held to, or of no date.</summary>
    internal bool IsOfHeldDate(Assurance assurance) => assurance.PromisedDue is not { } due || Held.PromisedDue?.IsSameMomentAs(due) == true;

    /// <summary>Whether an assurance is of words that we are held to. Where these have no terms, one of terms is of others.</summary>
    private bool IsOfHeld(Assurance assurance) => IsOfHeldDate(assurance) && (assurance.Terms.IsEmpty || !Held.Terms.IsEmpty);

    private bool DiffersFrom(Commitment other)
    {
        ValueList<Term> terms = Held.Terms, others = other.Held.Terms;
        foreach (Term term in terms.AsSpan())
        {
            foreach (Term another in others.AsSpan())
            {
                if (term.Contradicts(another)) return true;
            }
        }

        return !terms.IsEmpty && !others.IsEmpty && (terms.SaysAllOf(others) || others.SaysAllOf(terms)) && (HasAnotherDateThan(other) || WaitsForMoreThan(other) || other.WaitsForMoreThan(this));
    }

    private bool HasAnotherDateThan(Commitment other) =>
        Held.PromisedDue is { } due && other.Held.PromisedDue is { } date && !Agreed.IsDueWith(date) && !other.Agreed.IsDueWith(due);

    private bool WaitsForMoreThan(Commitment other) => UnmetPreconditions.Any(missing => !other.Held.Knows(missing));

    /// <summary>Whether both came from one promise: they share what it said out between them.</summary>
    private bool IsPartBeside(Commitment other) => (Root ?? Id) == (other.Root ?? other.Id);

    private int CountIndependent(Func<Assurance, bool> covers)
    {
        Team promising = Agreed.By.Team;
        return StandingAssurances.Where(assurance => covers(assurance) && assurance.IsProof && (assurance.By.Team != promising || assurance.Basis != Basis.Word))
            .DistinctBy(assurance => (assurance.By.Team, assurance.Basis)).Count();
    }
}
