using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's repeated questions: a doubt that deserves a check before the next yes.</summary>
/// <param name="Times">How often the customer asked again, at least once.</param>
/// <param name="FirstAt">When the customer first asked again.</param>
/// <param name="LastAt">When the customer last asked again.</param>
/// <param name="LastHeardBy">The actor who was asked last.</param>
/// <param name="LastWords">The customer's last words, or null when nobody noted them.</param>
public sealed record Doubt(int Times, Instant FirstAt, Instant LastAt, Actor LastHeardBy, Words? LastWords)
{
    /// <summary>How many of the times nobody noted, and they follow from a promise that was given again.</summary>
    public int Inferred { get; init; }

    /// <summary>Both together, in the order in which the customer asked, whichever was noted first.</summary>
    internal Doubt And(Doubt noted)
    {
        Doubt last = noted.LastAt < LastAt ? this : noted;
        return last with
        {
            Times = Times + noted.Times,
            FirstAt = Instant.Min(FirstAt, noted.FirstAt),
            Inferred = Inferred + noted.Inferred,
        };
    }
}
