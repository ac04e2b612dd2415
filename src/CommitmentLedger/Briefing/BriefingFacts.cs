using NodaTime;

namespace CommitmentLedger;

/// <summary>The facts under a line of a briefing: who, when and in which words; what is at stake; what is missing; who is responsible.</summary>
internal static class BriefingFacts
{
    public static ValueList<BriefingFact> Of(Commitment commitment, LineTimes times)
    {
        var facts = new List<BriefingFact>();
        AddWords(facts, commitment, times);
        AddStakes(facts, commitment, times);
        AddWork(facts, commitment, times);
        AddResponsibility(facts, commitment, times);
        return [.. facts];
    }

    public static BriefingFact OfContradiction(Commitment commitment, LineTimes times) =>
        new("Promised", Contradicting(commitment, times.By(commitment.Promise.PromisedDue)), commitment.Promise.Words);

    private static string Contradicting(Commitment commitment, LineTimes times) =>
        $"{commitment.Promise.Summary} ({commitment.Reference}), {Phrases.Due(commitment, times)} — {Given(commitment, times)}";

    private static void AddWords(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        string label = commitment switch
        {
            { Certainty: Certainty.Claimed } => "Told",
            { Conversation: Conversation.Requested or Conversation.Countered } => "Asked",
            { Conversation: Conversation.Offered } => "Offered",
            _ => "Promised",
        };
        facts.Add(new BriefingFact(label, Given(commitment, times), commitment.Promise.Words));
        if (commitment.FirstPromise is { } first)
            facts.Add(new BriefingFact("At first", $"{(first.PromisedDue is { } due ? $"due {due.ToText()}" : "with no date")}{Unilateral(commitment)}", first.Words));
        foreach (Assurance assurance in commitment.Assurances)
            facts.Add(new BriefingFact("Confirmed", Phrases.When(assurance.At, assurance.By, times) + Phrases.Rests(assurance.Basis), assurance.Words));
        if (commitment.Reassurance is { } asked)
            facts.Add(new BriefingFact("Asked again", $"{Phrases.Times(asked.Times)}, last {times.Tell(asked.LastAt)} to {asked.LastHeardBy}", asked.LastWords));
        foreach (CustomerAccount account in commitment.CustomerAccounts)
            facts.Add(new BriefingFact("Customer said", $"{times.Tell(account.At)}, to {account.HeardBy}", account.Words));
    }

    private static void AddStakes(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Promise.Occasion is { } occasion) facts.Add(new BriefingFact("For", occasion.ToString()));
        if (commitment.Promise.Beneficiaries is > 0 and int others)
            facts.Add(new BriefingFact("At stake", Phrases.Others(others)));
        foreach (RelianceAct act in commitment.RelianceActs) facts.Add(new BriefingFact("Relied on it", times.Tell(act.At), act.Words));
        if (commitment.Exception is { } exception)
            facts.Add(new BriefingFact("Exception", $"valid until {exception.To.ToText()} instead of {exception.From.ToText()}, approved by {exception.By}"));
    }

    private static void AddWork(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Promise.IsAmbiguous)
            facts.Add(new BriefingFact("Not clear", "may mean " + string.Join(" or ", commitment.Promise.Readings.Select(reading => StoredText.OnOneLine(reading.Text)))));
        if (commitment.AwaitsConsent) facts.Add(new BriefingFact("Consent", "the customer has not agreed to this change yet; ask before it is done"));
        foreach (Precondition missing in commitment.UnmetPreconditions) facts.Add(new BriefingFact("Waits for", $"{missing.Name}, {Whose(missing)}"));
        if (commitment.Statement is not { } statement) return;
        facts.Add(new BriefingFact("Stated done", Phrases.When(statement.DoneAt, statement.By, times)));
        foreach (Term term in statement.Unmet(commitment.Promise))
            facts.Add(new BriefingFact("Not as promised", $"{term}; delivered {TermText.Delivered(statement.Outcomes.First(outcome => outcome.IsFor(term)).Delivered, term.Name)}"));
    }

    private static void AddResponsibility(List<BriefingFact> facts, Commitment commitment, LineTimes times)
    {
        if (commitment.Handoff is { } handoff)
        {
            string state = handoff.HasLapsedAt(times.Now) ? "did not answer until" : "may accept until";
            facts.Add(new BriefingFact("Handoff", $"offered to {handoff.To}, who {state} {times.By(handoff.AnswerBy).TellEnd(handoff.AnswerBy.ToldDue.With(TimeAdjusters.TruncateToMinute))}", handoff.Words));
        }

        facts.Add(new BriefingFact("Responsible", commitment.Owner.ToString()));
        facts.Add(new BriefingFact("Reference", commitment.Promise.Matter is { } matter ? $"{commitment.Reference}, {matter}" : commitment.Reference.ToString()));
    }

    private static string Given(Commitment commitment, LineTimes times) => Phrases.When(commitment.PromisedAt, commitment.PromisedBy, times);

    private static string Unilateral(Commitment commitment) => commitment.UnilateralChanges > 0 ? "; changed without the customer's consent" : string.Empty;

    private static string Whose(Precondition condition) => condition.By switch
    {
        Party.Customer => "the customer's step",
        Party.Supplier => "a supplier's step",
        _ => condition.Team is { } team ? $"{team}'s step" : "our step",
    };
}
