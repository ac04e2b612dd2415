namespace CommitmentLedger;

/// <summary>Splits a commitment into parts that are worked on and closed on their own. The whole closes when all parts are closed.</summary>
/// <remarks>Without consent the parts can be prepared but not stated as done: a split may change price or procedure.</remarks>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Into">The parts, 2 to 20.</param>
/// <param name="Consent">Who agreed, and what they were shown; null when the customer was not asked yet.</param>
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
        if (record.IsFull) return Refusals.TooManyOpen;
        if (Into.Select(part => part.Promise.Problem()).FirstOrDefault(problem => problem is not null) is { } problem) return problem;

        var parts = new List<Promised>();
        foreach (Part part in Into)
        {
            Promise promise = DueWith(commitment, part.Promise);
            if (Timing.TryCompute(promise, at, out DueTimes? dueTimes) is { } untimely) return untimely;
            parts.Add(new Promised(part.Commitment, at.References[parts.Count], promise, commitment.Owner)
            {
                DueTimes = dueTimes,
                Lineage = new Lineage(LineageKind.PartOf, Commitment),
                AwaitsConsent = Consent is null,
            });
        }

        return [new SplitUp(Commitment, [.. parts.Select(part => part.Commitment)], Consent), .. parts, .. parts.SelectMany(part => part.WaitForCustomer())];
    }

    private static Promise DueWith(Commitment whole, Promise part) => part with
    {
        PromisedDue = part.PromisedDue ?? whole.Promise.PromisedDue,
        Matter = part.Matter ?? whole.Promise.Matter,
    };
}
