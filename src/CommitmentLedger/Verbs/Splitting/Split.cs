namespace CommitmentLedger.Commands;

/// <summary>Splits a commitment into parts that are worked on and closed on their own. The whole closes by its parts.</summary>
/// <remarks>
/// Without consent the split is only proposed: the original stands with its clock until <see cref="GiveConsent"/> or
/// <see cref="RefuseChange"/>, and no part can be stated as done, because a split may change price or procedure.
/// </remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Into">The parts, 2 to 20.</param>
/// <param name="Consent">Who agreed, and what they were shown; null when the customer has not agreed yet.</param>
public sealed record Split(CommitmentId Commitment, ValueList<Part> Into, Consent? Consent) : CommitmentCommand(Commitment)
{
    private const int MaxParts = 20;

    internal static readonly Verb Definition = new(
        "Split", "a promise that is not stated as done", commitment => commitment is { Stands: true, Conversation: not Conversation.Stated }, MovesClock: true);

    internal override Verb Verb => Definition;

    internal override ValueList<CommitmentId> Touches => [Commitment, .. Into.Select(part => part.Commitment)];

    internal override int ReferencesNeeded => Math.Min(Into.Count, MaxParts);

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (Into.Count is < 2 or > MaxParts) return new Refusal("parts_out_of_range", $"A split has 2 to {MaxParts} parts. With one part, renegotiate instead.");
        if (Touches.Distinct().Count() != Touches.Count || Into.Any(part => record.Find(part.Commitment) is not null)) return Refusals.CommitmentExists;
        if (commitment.Proposal is not null && Consent is null) return Refusals.ChangePending;
        if (record.IsFull) return Refusals.TooManyOpen;
        if (Into.Select(part => part.Promise.Problem()).FirstOrDefault(problem => problem is not null) is { } problem) return problem;
        if (Into.Any(part => part.Promise.PromisedDue?.Due <= at.OccurredAt))
            return new Refusal("due_in_past", "A part would be due already. Give a later date, or none: then it is due with the whole.");
        if (Consent is not null && commitment.Consents.Count >= Refusals.MaxListed) return Refusals.TooMany("consents");

        Offered[] parts = [.. Into.Select((part, index) => new Offered(part.Commitment, at.References[index], OfWhole(commitment, part.Promise), commitment.Owner)
        {
            Lineage = new Lineage(LineageKind.PartOf, Commitment),
        })];
        return Consent is null
            ? [new ChangeProposed(Commitment, Promise: null, [.. parts.Select(part => part.Commitment)]), .. parts]
            : SplitUp.Into(commitment, [.. parts.Select(part => (part.Commitment, part.Reference, part.Proposal, part.Owner))], Consent, spokenBy: null, at);
    }

    private static Promise OfWhole(Commitment whole, Promise part) => part with
    {
        PromisedDue = part.PromisedDue ?? whole.Held.PromisedDue,
        Matter = part.Matter ?? whole.Promise.Matter,
    };
}
