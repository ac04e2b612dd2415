namespace CommitmentLedger.Commands;

/// <summary>States that a promise is done, with what was delivered. It closes nothing: the customer has the last word.</summary>
/// <param name="Commitment">Which commitment.</param>
public sealed record StateDone(CommitmentId Commitment) : CommitmentCommand(Commitment)
{
    /// <summary>The delivery for each term where it is noted; every other term was delivered as promised.</summary>
    public ValueList<TermOutcome> Outcomes { get; init; }

    /// <summary>From when silence counts as agreement, and how the customer was told so; null, the default, when only a yes does.</summary>
    public SilenceAgrees? SilenceAgrees { get; init; }

    internal override Verb Verb => Verbs.StateDone;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        Term[] terms = [.. commitment.Promise.Terms, .. commitment.Held.Terms];
        if (commitment.AwaitsConsent || commitment.Proposal is { IsSplit: true })
            return new Refusal("consent_missing", "The customer has not agreed to the split yet. Ask, and record the answer with GiveConsent or RefuseChange.");
        if (commitment.Promise.IsAmbiguous)
            return new Refusal("ambiguous", "It is not clear what was meant. Clarify which reading is meant, or split the item.");
        if (commitment.UnmetPreconditions.Any())
            return new Refusal("precondition_open", "Not everything that the promise needs is there. Meet what is missing first; the details name all of it.")
            {
                Details = [.. commitment.UnmetPreconditions.Select(condition => condition.Name)],
            };
        if (Outcomes.Any(outcome => !terms.Any(outcome.IsFor)))
            return new Refusal("unknown_term", "An outcome names a term that the promise does not have. Use the names of the promise's terms.");
        if (terms.Any(term => Outcomes.Count(outcome => outcome.IsFor(term)) > 1))
            return new Refusal("term_judged_twice", "Two outcomes name the same term. Say once what was delivered for it.");
        Term[] unsaid = [.. commitment.Held.Terms.Where(term => !commitment.Promise.Terms.Says(term) && !Outcomes.Any(outcome => outcome.IsFor(term)))];
        if (unsaid.Length > 0)
            return new Refusal("outcome_missing", "The words were changed without consent, so we are held to other terms. Say what was delivered for each; the details name them.")
            {
                Details = [.. unsaid.Select(term => term.Name)],
            };
        if (SilenceAgrees?.Problem(commitment, record, at) is { } problem) return problem;

        var stated = new Stated(Commitment, Outcomes) { SilenceAgrees = SilenceAgrees, TimesHeard = CustomersVoice.TimesHeard(commitment, record) };
        if (commitment.Clock.State != ClockState.Paused) return stated;
        return Resumed.TryMake(commitment, at, out Resumed? resumed) is { } untimely ? untimely : [resumed!, stated];
    }
}
