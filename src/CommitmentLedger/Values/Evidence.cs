using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>A link to something that shows what is claimed: a recording, a document, a record of another system. The thing itself stays where it is.</summary>
public sealed record Evidence
{
    private const int MaxLength = 500;

    [JsonConstructor]
    internal Evidence(string link, bool isPrivate) => (Link, IsPrivate) = (Text.Identifier(link, MaxLength, "The evidence link"), isPrivate);

    /// <summary>Where it is to be found, 1 to 500 characters: an address or an id that your systems understand.</summary>
    public string Link { get; }

    /// <summary>Whether only those who handle the commitment may see it, such as a customer's medical note.</summary>
    public bool IsPrivate { get; }

    /// <summary>Evidence that every team may see.</summary>
    /// <exception cref="ArgumentException">The link is empty, too long or has characters that cannot be kept.</exception>
    public static Evidence At(string link) => new(link, isPrivate: false);

    /// <summary>Evidence for those only who handle the commitment.</summary>
    /// <exception cref="ArgumentException">The link is empty, too long or has characters that cannot be kept.</exception>
    public static Evidence PrivateAt(string link) => new(link, isPrivate: true);
}
