using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>How the customer said that it is done: through which channel and in which words, or what shows it.</summary>
public sealed record CustomersYes
{
    [JsonConstructor]
    internal CustomersYes(Channel? through, Words? words, Evidence? evidence)
    {
        _ = through?.ToString();
        if ((through is null || words is null) && evidence is null)
            throw new ArgumentException("Give the channel and the words, or the evidence.", nameof(words));
        if (through is { } channel && Text.IsSameName(Channel.System.ToString(), channel.ToString()))
            throw new ArgumentException("Nobody says yes to a system: it is no conversation. Name the channel on which the customer spoke, or give the evidence.", nameof(through));
        (Through, Words, Evidence) = (through, words, evidence);
    }

    /// <summary>The way the words travelled, or null when the evidence speaks for itself.</summary>
    public Channel? Through { get; }

    /// <summary>The customer's words, or null when the evidence speaks for itself.</summary>
    public Words? Words { get; }

    /// <summary>The evidence, such as a signature or a recording; null when somebody heard the words.</summary>
    public Evidence? Evidence { get; }

    /// <summary>A yes that somebody heard or read.</summary>
    /// <exception cref="ArgumentException">The channel is <see cref="Channel.System"/>, on which no customer speaks.</exception>
    /// <exception cref="InvalidOperationException">The channel was never given a value.</exception>
    public static CustomersYes Heard(Channel through, Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new CustomersYes(through, words, evidence: null);
    }

    /// <summary>A yes that can be shown.</summary>
    public static CustomersYes Shown(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new CustomersYes(through: null, words: null, evidence);
    }
}
