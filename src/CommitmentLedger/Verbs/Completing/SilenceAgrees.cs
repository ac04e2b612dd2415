using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>From when silence counts as the customer's agreement, and how the customer was told so.</summary>
public sealed record SilenceAgrees
{
    /// <summary>Notes what the customer was told.</summary>
    /// <param name="from">From when silence counts: until then the customer can object.</param>
    /// <param name="toldThrough">The way on which the customer was told.</param>
    /// <param name="toldAt">When the customer was told.</param>
    /// <exception cref="InvalidOperationException">The channel was never given a value.</exception>
    [JsonConstructor]
    public SilenceAgrees(Deadline from, Channel toldThrough, Instant toldAt)
    {
        ArgumentNullException.ThrowIfNull(from);
        _ = toldThrough.ToString();
        (From, ToldThrough, ToldAt) = (from, toldThrough, Microseconds.Truncate(toldAt));
    }

    /// <summary>From when silence counts.</summary>
    public Deadline From { get; }

    /// <summary>The way on which the customer was told.</summary>
    public Channel ToldThrough { get; }

    /// <summary>When the customer was told, in whole microseconds.</summary>
    public Instant ToldAt { get; }

    /// <summary>The refusal of silence as a yes, or null.</summary>
    internal Refusal? Problem(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (HostClocks.IsSurelyBefore(at.Now, ToldAt))
            return new Refusal("told_in_future", "The customer is to be told later than now. State it when the customer has been told.");
        if (HostClocks.IsSurelyBefore(ToldAt, commitment.SettledAt ?? commitment.PromisedAt))
            return new Refusal("told_before_promise", "The customer is said to have been told before the words that stand were given. Correct when, or tell the customer now.");
        if (From.Due <= ToldAt || From.Due <= at.OccurredAt)
            return new Refusal("due_in_past", "Silence would count as agreement at once. Give the customer time to object.");
        return CustomersVoice.MayBeHeardSince(ToldAt, commitment, record)
            ? new Refusal("objected_since", "The customer has spoken since being told that silence counts. Tell the customer again, or wait for a yes.")
            : null;
    }
}
