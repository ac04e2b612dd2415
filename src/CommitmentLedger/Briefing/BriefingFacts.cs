using NodaTime;

namespace CommitmentLedger;

/// <summary>The facts under a line of a briefing: who, when and in which words; what is at stake; what is missing; who is responsible.</summary>
internal static class BriefingFacts
{
    public static ValueList<BriefingFact> Of(Commitment commitment, CustomerRecord record, LineTimes times)
    {
        var facts = new List<BriefingFact>();
        AddWords(facts, commitment, times);
        AddDoubt(facts, commitment, times);
        AddChanges(facts, commitment, record, times);
        AddStakes(facts, commitment, times);
        AddWork(facts, commitment, times);
        AddNotes(facts, commitment, times);
        AddWhole(facts, commitment, record, times);
        AddResponsibility(facts, commitment, times);
        return [.. facts];
    }

    public static ValueList<BriefingFact> Of(BrokenPromise broken)
    {
        var facts = new List<BriefingFact>();
        if (broken.Reason is { } reason) facts.Add(new BriefingFact("Because", reason));
        facts.Add(new BriefingFact("Responsible", broken.Owner.ToString()));
        facts.Add(Reference(broken.Reference, broken.Matter));
        return [.. facts];
    }

    public static BriefingFact OfContradiction(Commitment commitment, LineTimes times) =>
        new(commitment.Certainty == Certainty.Claimed ? "Told" : "Promised", Contradicting(commitment, times.By(BriefingDate.Of(commitment))), commitment.Held.Words);

    private static string Contradicting(Commitment commitment, LineTimes times) =>
        $"{commitment.Held.Summary}{Provided(commitment)} ({commitment.Reference}), {Phrases.Due(commitment, times)}{Changed(commitment)} — {Given(commitment, times)}";

    private static string Changed(Commitment commitment) =>
        commitment.AgreedPromise is null ? string.Empty : $", changed by us to {Imposed(commitment)}, without the customer's consent";

    private static void AddWords(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        string label = commitment switch
        {
            { AgreedPromise: not null } => "Changed by us",
            { Certainty: Certainty.Claimed } => "Told",
            { Conversation: Conversation.Requested or Conversation.Countered } => "Asked",
            { Conversation: Conversation.Offered } => "Offered",
            _ => "Promised",
        };
        string change = commitment.AgreedPromise is null ? string.Empty : $"{Imposed(commitment)}; without the customer's consent; ";
        facts.Add(new BriefingFact(label, change + Given(commitment, times), commitment.Promise.Words));
        for (int index = 0; index < commitment.Assurances.Count; index++)
        {
            Assurance assurance = commitment.Assurances[index];
            string what = index < commitment.OutdatedAssurances ? ": the words that stood then" : Covered(commitment, assurance);
            facts.Add(new BriefingFact("Confirmed", Phrases.When(assurance.At, assurance.By, times) + Phrases.Rests(assurance.Basis) + what, assurance.Words));
        }
    }

    private static void AddDoubt(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Doubt is { } asked)
            facts.Add(new BriefingFact("Asked again", $"{Phrases.Times(asked)}, {(asked.Times == 1 ? string.Empty : "last ")}{times.Tell(asked.LastAt)}, to {asked.LastHeardBy}", asked.LastWords));
        foreach (CustomerAccount account in commitment.CustomerAccounts)
            facts.Add(new BriefingFact("Customer said", $"{times.Tell(account.At)}, to {account.HeardBy}", account.Words));
    }

    /// <summary>The facts of the promise that it is a part of; they hold for each part, and for what is still owed of one.</summary>
    private static void AddWhole(List<BriefingFact> facts, Commitment part, CustomerRecord record, LineTimes times)
    {
        if (part.Whole is not { } id || (record.Open.FirstOrDefault(open => open.Id == id) ?? record.Open.FirstOrDefault(open => open.IsSplit && open.Id == part.Root)) is not { } whole) return;
        facts.Add(new BriefingFact("Part of", $"{whole.Held.Summary} ({whole.Reference})", whole.Held.Words));
        AddDoubt(facts, whole, times);
        AddStakes(facts, whole, times);
        AddNotes(facts, whole, times);
        foreach (ClosedPart closed in whole.ClosedParts) facts.Add(new BriefingFact("Other part", $"{Phrases.Closed(closed.How)}, {closed.Owner}"));
    }

    private static void AddChanges(List<BriefingFact> facts, Commitment commitment, CustomerRecord record, LineTimes times)
    {
        if (commitment.FirstPromise is { } first && Told(first) != Told(commitment.AgreedPromise))
            facts.Add(new BriefingFact("At first", Terms(first, commitment.FirstDue is { } due ? first.PromisedDue?.MovedTo(due) : first.PromisedDue), first.Words));
        if (commitment.AgreedPromise is { } agreed)
            facts.Add(new BriefingFact("Agreed", $"{Terms(agreed, commitment.HeldDue)}; we are held to this", agreed.Words));
        if (commitment.MissedDue is { } missed) facts.Add(new BriefingFact("Late", $"was due {times.Tell(missed)}, before another date was agreed"));
        if (commitment.ReassessedDue is { } anew)
            facts.Add(new BriefingFact("Computed anew", $"due {anew.MovedTo(commitment.DueTimes?.Due ?? anew.Due).ToText()}; the customer was told {commitment.HeldDue!.ToText()}"));
        if (commitment.Proposal is { } proposal)
        {
            IEnumerable<string> parts = record.Open.Where(part => proposal.Parts.Contains(part.Id)).Select(part => part.Promise.Summary);
            string change = proposal.Promise is { } promise ? Terms(promise) : $"to split it: {string.Join("; ", parts)}";
            facts.Add(new BriefingFact("Proposed", $"{change}; {Phrases.When(proposal.At, proposal.By, times)}; the customer has not answered", proposal.Promise?.Words));
        }

        foreach (RefusedChange refused in commitment.RefusedChanges)
            facts.Add(new BriefingFact("Change refused", $"{times.Tell(refused.At)}, to {refused.HeardBy}", refused.Words));
    }

    private static void AddNotes(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        foreach (Note note in commitment.Notes)
            facts.Add(new BriefingFact("Note", Phrases.When(note.At, note.By, times) + Shown(note.Evidence), note.Words));
    }

    private static void AddStakes(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if ((commitment.Promise.Occasion ?? commitment.Held.Occasion) is { } occasion) facts.Add(new BriefingFact("For", occasion.ToString()));
        if (Math.Max(commitment.Promise.Beneficiaries, commitment.Held.Beneficiaries) is > 0 and int others)
            facts.Add(new BriefingFact("At stake", Phrases.Others(others)));
        foreach (RelianceAct act in commitment.RelianceActs) facts.Add(new BriefingFact("Relied on it", times.Tell(act.At), act.Words));
        if (commitment.Extension is { } exception)
            facts.Add(new BriefingFact("Exception", $"valid until {exception.To.ToText()} instead of {exception.From.ToText()}, approved by {exception.By}"));
    }

    private static void AddWork(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Promise.IsAmbiguous)
            facts.Add(new BriefingFact("Not clear", "may mean " + string.Join(" or ", commitment.Promise.Readings.Select(reading => StoredText.OnOneLine(reading.Text)))));
        else if (commitment.Promise.Readings is [var meant])
            facts.Add(new BriefingFact("Meaning", StoredText.OnOneLine(meant.Text)));
        foreach (Precondition missing in commitment.UnmetPreconditions) facts.Add(new BriefingFact("Missing", $"{missing.Name}, {Whose(missing)}"));
        foreach (MetPrecondition met in commitment.MetPreconditions)
            facts.Add(new BriefingFact("Ready", $"{met.Name}, {Phrases.When(met.At, met.By, times)}{Shown(met.Evidence)}"));
        if (commitment.Statement is not { } statement) return;
        facts.Add(new BriefingFact("Stated done", Phrases.When(statement.DoneAt, statement.By, times)));
        foreach (Term term in statement.Unmet(commitment.Held))
            facts.Add(new BriefingFact("Not as promised", $"{term}; delivered {TermText.Delivered(statement.Outcomes.First(outcome => outcome.IsFor(term)).Delivered, term.Name)}"));
    }

    private static void AddResponsibility(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Handoff is { } handoff)
        {
            string state = handoff.HasLapsedAt(times.Now) ? "did not answer until" : "may accept until";
            string until = times.By(handoff.AnswerBy).TellEnd(handoff.AnswerBy.ToldDue.With(TimeAdjusters.TruncateToMinute));
            facts.Add(new BriefingFact("Handoff", $"offered to {handoff.To}, who {state} {until}", handoff.Words));
        }

        facts.Add(new BriefingFact("Responsible", commitment.Owner.ToString()));
        facts.Add(Reference(commitment.Reference, commitment.Promise.Matter));
    }

    private static BriefingFact Reference(PromiseReference reference, LookupKey? matter) =>
        new("Reference", matter is null ? reference.ToString() : $"{reference}, {matter}");

    private static (Words?, ValueList<Term>?, Deadline?) Told(Promise? promise) => (promise?.Words, promise?.Terms, promise?.PromisedDue);

    private static string Terms(Promise promise) => Terms(promise, promise.PromisedDue);

    /// <summary>The words that we put in the place of the agreed ones. While a pause keeps their date open, it is the one that was told.</summary>
    private static string Imposed(Commitment commitment) => Terms(commitment.Promise, commitment.CurrentDue ?? commitment.Promise.PromisedDue);

    private static string Terms(Promise promise, Deadline? told) => $"{promise.Summary}, {(told is { } due ? $"due {due.ToText()}" : "without a date")}";

    /// <summary>Private evidence is for those who handle the commitment: everybody else learns that there is some.</summary>
    private static string Shown(Evidence? evidence) => evidence switch
    {
        null => string.Empty,
        { IsPrivate: true } => "; private evidence is kept with those who handle it",
        _ => $"; shown by {evidence.Link}",
    };

    private static string Given(Commitment commitment, LineTimes times) => Phrases.When(commitment.PromisedAt, commitment.PromisedBy, times);

    /// <summary>The terms that an assurance covered, where it did not cover all that we are held to, and its date where that is another.</summary>
    private static string Covered(Commitment commitment, Assurance assurance)
    {
        bool isOfHeldDate = commitment.IsOfHeldDate(assurance);
        if (isOfHeldDate && assurance.Terms.SaysAllOf(commitment.Held.Terms)) return string.Empty;
        string date = isOfHeldDate ? string.Empty : $", due {assurance.PromisedDue!.ToText()}";
        return assurance.Terms.IsEmpty ? $": the words alone{date}" : $": {string.Join(", ", assurance.Terms)}{date}, nothing else";
    }

    private static string Provided(Commitment commitment) =>
        commitment.UnmetPreconditions.Any() ? $", provided: {string.Join(", ", commitment.UnmetPreconditions.Select(missing => missing.Name))}" : string.Empty;

    private static string Whose(Precondition condition) => condition.By switch
    {
        Party.Customer => "the customer's step",
        Party.Supplier => "a supplier's step",
        _ => condition.Team is { } team ? $"{team}'s step" : "our step",
    };
}
