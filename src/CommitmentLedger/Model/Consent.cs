using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The agreement of the customer's side to a change, with the content that was shown. Its time is that of the entry.</summary>
public sealed record Consent
{
    private const int MaxNameLength = 100;

    /// <summary>Notes a consent.</summary>
    /// <param name="agreedBy">The person who agreed, 1 to 100 characters: the customer or a representative.</param>
    /// <param name="shown">The content that they were shown or told before they agreed.</param>
    /// <exception cref="ArgumentException">What was shown is null, or the name is empty, too long or has characters that cannot be kept.</exception>
    [JsonConstructor]
    public Consent(string agreedBy, Words shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        (AgreedBy, Shown) = (Text.Identifier(agreedBy, MaxNameLength, "Who agreed"), shown);
    }

    /// <summary>The person who agreed.</summary>
    public string AgreedBy { get; }

    /// <summary>The content that they were shown or told.</summary>
    public Words Shown { get; }
}
