using NodaTime;

namespace CommitmentLedger.Commands;

/// <summary>Records that somebody meets the customer. Meeting unbriefed is allowed, and counted.</summary>
/// <param name="Interaction">The id of the interaction; make it before the first try.</param>
/// <param name="Occasion">The subject.</param>
public sealed record StartInteraction(InteractionId Interaction, Occasion Occasion) : Command
{
    private const int MaxOpen = 100;

    /// <summary>How long a briefing that a team read keeps it briefed.</summary>
    private static readonly Duration Freshness = Duration.FromMinutes(30);

    internal override Verb Verb => Verbs.StartInteraction;

    internal override Decision Decide(CustomerRecord record, Circumstances at)
    {
        CustomerHistory history = record.History;
        if (history.OpenInteractions.Any(open => open.Id == Interaction))
            return new Refusal("interaction_exists", "An interaction with this id is under way. Make a new id, or repeat the first command with its own command id.");
        if (history.OpenInteractions.Count >= MaxOpen)
            return new Refusal("too_many_interactions", $"This customer has {MaxOpen} interactions that nobody ended. End those that are over.");
        bool isBriefed = history.LastBriefings.Any(read => read.Team == at.By.Team && read.At >= at.OccurredAt - Freshness && !HostClocks.IsSurelyBefore(at.OccurredAt, read.At));
        return new InteractionStarted(Interaction, Occasion, isBriefed);
    }
}
