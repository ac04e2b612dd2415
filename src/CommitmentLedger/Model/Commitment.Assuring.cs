using NodaTime;

namespace CommitmentLedger;

/// <content>What another promise about the same matter makes of this one: an assurance, a doubt, or a contradiction.</content>
public sealed partial record Commitment
{
    /// <summary>
    /// How many confirmations are independent of each other and of the promise: distinct by team and by what they rest on. Where they
    /// cover different terms, those of the term that has the fewest. A bot's word counts for nothing, nor does what confirmed earlier words.
    /// </summary>
    public int IndependentConfirmations => Promise.Terms.IsEmpty
        ? CountIndependent(_ => true)
        : Promise.Terms.Min(term => CountIndependent(assurance => assurance.Terms.Says(term)));

    /// <summary>The assurances of the words that stand.</summary>
    internal IEnumerable<Assurance> StandingAssurances => Assurances.Skip(OutdatedAssurances);

    /// <summary>
    /// Whether both are promises about the same matter and answer one question differently: a term of one excludes a term of the other,
    /// or one says no term that the other does not say, and they name different deadlines, or something that one still waits for
    /// and the other does not know.
    /// </summary>
    public bool Contradicts(Commitment other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id != other.Id && Stands && other.Stands && !IsPartBeside(other) && Promise.IsAboutTheSameMatter(other.Promise) && DiffersFrom(other);
    }

    /// <summary>
    /// Whether a promise says nothing that this one does not say, so that giving it has assured this one: only terms that it has, no other
    /// deadline, choice or reading, and no other preconditions but those that are met. Terms and a deadline that it leaves out it leaves as they are.
    /// </summary>
    internal bool IsRepeatedBy(Promise promise) =>
        Stands
        && !promise.Terms.IsEmpty
        && Promise.Terms.SaysAllOf(promise.Terms)
        && (promise.PromisedDue is not { } due || IsDueWith(due))
        && Promise.IsAboutTheSameMatter(promise)
        && promise.Preconditions.All(Promise.Knows)
        && UnmetPreconditions.All(promise.Knows)
        && promise.Choices.All(choice => Promise.Choices.Any(choice.AsksTheSameAs))
        && (!promise.IsAmbiguous || promise.Readings.All(reading => Promise.Readings.Any(known => Text.IsSameName(known.Text, reading.Text))));

    /// <summary>
    /// Whether repeating the promise now shows that the customer asked for it again: always when a bot repeats it, else unless the same team gave the words, or heard the
    /// customer ask, on the same day where the customer is.
    /// </summary>
    internal bool IsAskedForAgain(Circumstances at)
    {
        DateTimeZone zone = Promise.PromisedDue?.Zone ?? at.Zone;
        return at.By.Bot is not null || !IsOneConversation(PromisedBy, PromisedAt) && !(Doubt is { } asked && IsOneConversation(asked.LastHeardBy, asked.LastAt));

        bool IsOneConversation(Actor by, Instant then) => by.Team == at.By.Team && then.InZone(zone).Date == at.OccurredAt.InZone(zone).Date;
    }

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
        Promise.PromisedDue is { } due && other.Promise.PromisedDue is { } date && !IsDueWith(date) && !other.IsDueWith(due);

    /// <summary>Whether a date is the one that was told, or what the customer's pauses have made of it.</summary>
    private bool IsDueWith(Deadline due) => Promise.PromisedDue?.IsSameMomentAs(due) == true || CurrentDue?.IsSameMomentAs(due) == true;

    private bool WaitsForMoreThan(Commitment other) => UnmetPreconditions.Any(missing => !other.Promise.Knows(missing));

    /// <summary>Whether both came from one promise: they share what it said out between them.</summary>
    private bool IsPartBeside(Commitment other) => (Root ?? Id) == (other.Root ?? other.Id);

    private int CountIndependent(Func<Assurance, bool> covers) =>
        StandingAssurances.Where(assurance => covers(assurance) && assurance.IsProof && (assurance.By.Team != PromisedBy.Team || assurance.Basis != Basis.Word))
            .DistinctBy(assurance => (assurance.By.Team, assurance.Basis)).Count();
}
