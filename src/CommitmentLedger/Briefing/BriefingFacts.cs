using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>The facts under a line of a briefing: who, when and in which words; what is at stake; what is missing; who is responsible.</summary>
internal static class BriefingFacts
{
    public static ValueList<BriefingFact> Of(Commitment commitment, Instant now, DateTimeZone zone)
    {
        var facts = new List<BriefingFact>();
        AddWords(facts, commitment, zone);
        AddStakes(facts, commitment, zone);
        AddWork(facts, commitment, zone);
        AddResponsibility(facts, commitment, now, zone);
        return [.. facts];
    }

    public static BriefingFact OfContradiction(Commitment commitment, DateTimeZone zone) =>
        new("Promised", $"{commitment.Promise.Summary}{Provided(commitment)} ({commitment.Reference}) — {Given(commitment, zone)}", commitment.Promise.Words);

    private static void AddWords(List<BriefingFact> facts, Commitment commitment, DateTimeZone zone)
    {
        string label = commitment switch
        {
            { Certainty: Certainty.Claimed } => "Told",
            { Conversation: Conversation.Requested or Conversation.Countered } => "Asked",
            { Conversation: Conversation.Offered } => "Offered",
            _ => "Promised",
        };
        facts.Add(new BriefingFact(label, Given(commitment, zone), commitment.Promise.Words));
        if (commitment.FirstPromise is { } first)
            facts.Add(new BriefingFact("At first", $"due {first.PromisedDue?.ToText() ?? "without a date"}{Unilateral(commitment)}", first.Words));
        for (int index = 0; index < commitment.Assurances.Count; index++)
        {
            Assurance assurance = commitment.Assurances[index];
            string what = index < commitment.OutdatedAssurances ? ": the words that stood then" : Covered(commitment.Promise, assurance);
            facts.Add(new BriefingFact("Confirmed", Phrases.When(assurance.At, assurance.By, zone) + Phrases.Rests(assurance.Basis) + what, assurance.Words));
        }

        if (commitment.Reassurance is { } asked)
            facts.Add(new BriefingFact("Asked again", $"{Phrases.Times(asked)}, last {Phrases.Time(asked.LastAt, zone)} to {asked.LastHeardBy}", asked.LastWords));
        foreach (CustomerAccount account in commitment.CustomerAccounts)
            facts.Add(new BriefingFact("Customer said", $"{Phrases.Time(account.At, zone)}, to {account.HeardBy}", account.Words));
    }

    private static void AddStakes(List<BriefingFact> facts, Commitment commitment, DateTimeZone zone)
    {
        if (commitment.Promise.Occasion is { } occasion) facts.Add(new BriefingFact("For", occasion.ToString()));
        if (commitment.Promise.Beneficiaries is > 0 and int others)
            facts.Add(new BriefingFact("At stake", string.Create(CultureInfo.InvariantCulture, $"{others} others rely on it")));
        foreach (RelianceAct act in commitment.RelianceActs) facts.Add(new BriefingFact("Relied on it", Phrases.Time(act.At, zone), act.Words));
        if (commitment.Exception is { } exception)
            facts.Add(new BriefingFact("Exception", $"valid until {exception.To.ToText()} instead of {exception.From.ToText()}, approved by {exception.By}"));
    }

    private static void AddWork(List<BriefingFact> facts, Commitment commitment, DateTimeZone zone)
    {
        if (commitment.Promise.IsAmbiguous)
            facts.Add(new BriefingFact("Not clear", "may mean " + string.Join(" or ", commitment.Promise.Readings.Select(reading => reading.Text))));
        if (commitment.AwaitsConsent) facts.Add(new BriefingFact("Consent", "the customer has not agreed to this change yet; ask before it is done"));
        foreach (Precondition missing in commitment.UnmetPreconditions) facts.Add(new BriefingFact("Waits for", $"{missing.Name}, {Whose(missing)}"));
        if (commitment.Statement is not { } statement) return;
        facts.Add(new BriefingFact("Stated done", Phrases.When(statement.DoneAt, statement.By, zone)));
        foreach (Term term in statement.Unmet(commitment.Promise))
            facts.Add(new BriefingFact("Not as promised", $"{term}; delivered {statement.Outcomes.First(outcome => outcome.IsFor(term)).Delivered}"));
    }

    private static void AddResponsibility(List<BriefingFact> facts, Commitment commitment, Instant now, DateTimeZone zone)
    {
        if (commitment.Handoff is { } handoff)
        {
            string state = handoff.HasLapsedAt(now) ? "did not answer until" : "may accept until";
            facts.Add(new BriefingFact("Handoff", $"offered to {handoff.To}, who {state} {Phrases.Time(handoff.AnswerBy.Due, zone)}", handoff.Words));
        }

        facts.Add(new BriefingFact("Responsible", commitment.Owner.ToString()));
        facts.Add(new BriefingFact("Reference", commitment.Promise.Matter is { } matter ? $"{commitment.Reference}, {matter}" : commitment.Reference.ToString()));
    }

    private static string Given(Commitment commitment, DateTimeZone zone) => Phrases.When(commitment.PromisedAt, commitment.PromisedBy, zone);

    /// <summary>What an assurance was of, where it was not of all.</summary>
    private static string Covered(Promise promise, Assurance assurance) =>
        assurance.Terms.SaysAllOf(promise.Terms) ? string.Empty : assurance.Terms.IsEmpty ? ": the words alone" : $": {string.Join(", ", assurance.Terms)}, nothing else";

    private static string Provided(Commitment commitment) =>
        commitment.UnmetPreconditions.Any() ? $", provided: {string.Join(", ", commitment.UnmetPreconditions.Select(missing => missing.Name))}" : string.Empty;

    private static string Unilateral(Commitment commitment) => commitment.UnilateralChanges > 0 ? "; changed without the customer's consent" : string.Empty;

    private static string Whose(Precondition condition) => condition.By switch
    {
        Party.Customer => "the customer's step",
        Party.Supplier => "a supplier's step",
        _ => condition.Team is { } team ? $"{team}'s step" : "our step",
    };
}
