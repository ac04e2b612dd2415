using NodaTime;

namespace CommitmentLedger;

/// <summary>An interaction that has not ended.</summary>
/// <param name="Id">Which interaction.</param>
/// <param name="Occasion">The subject.</param>
/// <param name="By">The actor who is with the customer.</param>
/// <param name="StartedAt">Since when.</param>
public sealed record OpenInteraction(InteractionId Id, Occasion Occasion, Actor By, Instant StartedAt);
