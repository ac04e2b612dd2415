namespace CommitmentLedger.Commands;

/// <summary>Takes a commitment over, reading its terms back so that both sides know what was understood.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="ReadBack">The terms of the promise as the new owner understands them, in any order and without regard to case.</param>
public sealed record AcceptHandoff(CommitmentId Commitment, ValueList<Term> ReadBack) : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.AcceptHandoff;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (Refusals.OfHandoff(commitment.Handoff!, at) is { } refusal) return refusal;
        ValueList<Term> terms = commitment.Held.Terms;
        Term[] misread = [.. terms.Where(term => !ReadBack.Says(term)), .. ReadBack.Where(term => !terms.Says(term))];
        return misread.Length == 0
            ? [new HandoffAccepted(Commitment, commitment.Handoff!.To), .. Parts(commitment, record)]
            : new Refusal("read_back_differs", "The terms read back are not those of the promise. Read the promise again; the details name the terms.")
            {
                Details = [.. misread.Select(term => term.Name).Distinct(Casing.Comparer)],
            };
    }

    /// <summary>The parts that the customer was asked about belong to whoever owns the whole, unless they went another way already.</summary>
    private static IEnumerable<LedgerEvent> Parts(Commitment whole, CustomerRecord record) =>
        record.Open.Where(part => part is { AwaitsConsent: true, Handoff: null } && part.Whole == whole.Id && part.Owner == whole.Owner)
            .Select(part => new HandoffAccepted(part.Id, whole.Handoff!.To));
}
