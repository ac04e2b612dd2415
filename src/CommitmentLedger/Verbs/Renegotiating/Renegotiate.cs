namespace CommitmentLedger.Commands;

/// <summary>Asks the customer for other words in the place of those that stand, or records them as agreed or, marked as such, as unilateral.</summary>
/// <remarks>
/// With neither <see cref="Consent"/> nor <see cref="IsUnilateral"/> the customer is asked: the words that stand go on standing until
/// <see cref="GiveConsent"/> or <see cref="RefuseChange"/>. The words first given stay on the commitment for ever. Whether it is kept is
/// judged by the last words that the customer agreed to before they were overdue.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Promise">The words that are to stand.</param>
public sealed record Renegotiate(CommitmentId Commitment, Promise Promise) : CommitmentCommand(Commitment)
{
    /// <summary>The customer's agreement with the content shown. Null, the default, when nobody has agreed.</summary>
    public Consent? Consent { get; init; }

    /// <summary>
    /// Whether the words change without the customer's consent, which counts against us: the customer is told, and we are held to what
    /// was agreed. False by default.
    /// </summary>
    public bool IsUnilateral { get; init; }

    internal override Verb Verb => Verbs.Renegotiate;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (Consent is not null && IsUnilateral)
            return new Refusal("consent_and_unilateral", "A change is either agreed or unilateral. Leave out Consent or IsUnilateral.");
        if (commitment.Proposal is not null && Consent is null) return Refusals.ChangePending;
        if (Promise.Problem() is { } problem) return problem;
        if (Refusals.OfDeadline(Promise, commitment, at) is { } hasten) return hasten;
        if (Promise == commitment.Promise && (Consent is null || commitment.AgreedPromise is null))
            return new Refusal("nothing_changes", "These are the words that stand. Confirm them if the customer wants to hear them again.");
        if (Consent is not null) return Renegotiated.Agree(commitment, Promise, Consent, at);
        return IsUnilateral ? Renegotiated.Impose(commitment, Promise, at) : new ChangeProposed(Commitment, Promise, Parts: []);
    }
}
