using NodaTime;

namespace CommitmentLedger;

/// <summary>That the customer asked again, and how often: doubt that deserves a check before the next yes.</summary>
/// <param name="Times">How often the customer asked again, at least once.</param>
/// <param name="FirstAt">When the customer first asked again.</param>
/// <param name="LastAt">When the customer last asked again.</param>
/// <param name="LastHeardBy">Who was asked last.</param>
/// <param name="LastWords">What the customer said last, or null when nobody noted it.</param>
public sealed record Doubt(int Times, Instant FirstAt, Instant LastAt, Actor LastHeardBy, Words? LastWords)
{
    /// <summary>How many of the times nobody noted, and they follow from a promise that was given again.</summary>
    public int Inferred { get; init; }
}
