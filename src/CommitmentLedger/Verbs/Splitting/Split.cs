namespace CommitmentLedger.Commands;

/// <summary>Splits a commitment into parts that are worked on and closed on their own. The whole closes by its parts.</summary>
/// <remarks>
/// Without consent the split is only proposed: the original stands with its clock until <see cref="GiveConsent"/> or
/// <see cref="RefuseChange"/>, and no part can be stated as done, because a split may change price or procedure.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Into">The parts, 2 to 20.</param>
/// <param name="Consent">The agreement; null when the customer has not agreed yet.</param>
public sealed record Split(CommitmentId Commitment, ValueList<Part> Into, Consent? Consent) : CommitmentCommand(Commitment)
{
    private const int MaxParts = 20;

    internal override Verb Verb => Verbs.Split;

    internal override ValueList<CommitmentId> Touches => [Commitment, .. Into.Select(part => part.Commitment)];

    internal override int ReferencesNeeded => Math.Min(Into.Count, MaxParts);

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (Into.Count is < 2 or > MaxParts) return new Refusal("parts_out_of_range", $"A split has 2 to {MaxParts} parts. With one part, renegotiate instead.");
        Draft[] parts = [.. Into.Select((part, index) => DraftOf(part, at.References[index], commitment))];
        if (Draft.Refuse(record, verb: null, parts) is { } unsound) return unsound;
        if (commitment.Proposal is not null && Consent is null) return Refusals.ChangePending;
        if (Into.Any(part => part.Promise.PromisedDue is { } due && due.Due <= at.OccurredAt && due != commitment.Held.PromisedDue))
            return new Refusal("due_in_past", "A part would be due already. Give a later date, or none: then it is due with the whole.");
        return Consent is null ? Propose(parts, record, at) : SplitUp.Into(commitment, parts, Consent, spokenBy: null, record, at);
    }

    private Decision Propose(Draft[] parts, CustomerRecord record, Circumstances at)
    {
        var events = new List<LedgerEvent> { new ChangeProposed(Commitment, Promise: null, [.. parts.Select(part => part.Commitment)]) };
        foreach (Draft part in parts)
        {
            if (part.TryAdmit(record, at, out Draft admitted) is { } no) return no;
            events.Add(Offered.Of(admitted) with { Lineage = new Lineage(LineageKind.PartOf, Commitment) });
        }

        return [.. events];
    }

    private Draft DraftOf(Part part, PromiseReference reference, Commitment whole)
    {
        Promise promise = part.Promise with { PromisedDue = part.Promise.PromisedDue ?? whole.Held.PromisedDue, Matter = part.Promise.Matter ?? whole.Promise.Matter };
        return new Draft(part.Commitment, reference, promise, whole.Owner, Consent is null ? Conversation.Offered : Conversation.Promised);
    }
}
