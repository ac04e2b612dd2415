namespace CommitmentLedger.Commands;

/// <summary>Gives an entitlement that would lapse, or has lapsed, a new validity: an approved exception that whoever redeems it can see.</summary>
/// <param name="Commitment">The entitlement.</param>
/// <param name="Successor">The id of the commitment that takes its place; make it before the first try.</param>
/// <param name="ValidUntil">Until when it can be redeemed now.</param>
/// <param name="ApprovedBy">The person who approved the extension.</param>
/// <param name="Words">The words to the customer.</param>
public sealed record CarryForward(CommitmentId Commitment, CommitmentId Successor, Deadline ValidUntil, Actor ApprovedBy, Words Words)
    : CommitmentCommand(Commitment)
{
    internal override Verb Verb => Verbs.CarryForward;

    internal override ValueList<CommitmentId> Touches => [Commitment, Successor];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        // The owner of what has expired is not bound any more: whoever gives it a new validity is, until that team takes it over again.
        Team owner = commitment.IsOpen ? commitment.Owner : at.By.Team;
        Promise promise = commitment.Held with { Words = Words, PromisedDue = ValidUntil };
        var draft = new Draft(Successor, at.References[0], promise, owner, Conversation.Promised) { HasStood = true };
        if (Draft.Refuse(record, verb: null, draft) is { } taken) return taken;
        Deadline validNow = commitment.HeldDue!;
        if (ValidUntil.Due <= validNow.Due || ValidUntil.Due <= at.OccurredAt)
            return new Refusal("validity_not_extended", "The new validity ends no later than the old one, or in the past. Give a later one.");

        if (draft.TryAdmit(record, at, out Draft admitted) is { } no) return no;
        return
        [
            new CarriedForward(Commitment, Successor, ApprovedBy, validNow, ValidUntil),
            Promised.Of(admitted) with
            {
                Lineage = new Lineage(LineageKind.CarriedForwardFrom, Commitment),
                Extension = new ApprovedExtension(ApprovedBy, validNow, ValidUntil),
                MissedDue = commitment.IsOpen ? commitment.MissedAt(at.OccurredAt) : commitment.MissedDue,
            },
            .. commitment.IsOpen
                ? HandoffOffered.Anew(commitment.Handoff, Successor, owner, at, ValidUntil)
                : HandoffOffered.ToTeam(Successor, owner, commitment.Owner, at, words: null, ValidUntil),
        ];
    }
}
