using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>That somebody on the customer's side agreed to a change, and what they were shown. When follows from the entry.</summary>
public sealed record Consent
{
    private const int MaxNameLength = 100;

    /// <summary>Notes a consent.</summary>
    /// <param name="agreedBy">Who agreed, 1 to 100 characters: the customer, or who speaks for them.</param>
    /// <param name="shown">What they were shown or told, so that they knew what they agreed to.</param>
    /// <exception cref="ArgumentException">What was shown is null, or the name is empty, too long or has characters that cannot be kept.</exception>
    [JsonConstructor]
    public Consent(string agreedBy, Words shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        (AgreedBy, Shown) = (Text.Identifier(agreedBy, MaxNameLength, "Who agreed"), shown);
    }

    /// <summary>Who agreed.</summary>
    public string AgreedBy { get; }

    /// <summary>What they were shown or told.</summary>
    public Words Shown { get; }
}
