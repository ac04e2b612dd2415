namespace CommitmentLedger.Commands;

/// <summary>Records that an interaction is over.</summary>
/// <param name="Interaction">Which interaction.</param>
public sealed record EndInteraction(InteractionId Interaction) : Command
{
    internal override Verb Verb => Verbs.EndInteraction;

    internal override Decision Decide(CustomerRecord record, Circumstances at) =>
        record.History.OpenInteractions.Any(open => open.Id == Interaction)
            ? new InteractionEnded(Interaction)
            : new Refusal("interaction_unknown", "No interaction with this id is under way with this customer. Check the customer and the id.");
}
