using NodaTime;

namespace CommitmentLedger;

/// <summary>A promise that we broke or took back, as a customer's history keeps it.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Matter">The matter, or null.</param>
/// <param name="Summary">The promise, shortened to 200 characters.</param>
/// <param name="How">Broken or Withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="Owner">The team that was responsible.</param>
/// <param name="Reason">Why, shortened to 200 characters, or null when nobody said.</param>
/// <param name="IsAgreed">Whether the customer agreed that it was not kept, and so knows.</param>
public sealed record BrokenPromise(
    CommitmentId Commitment, PromiseReference Reference, LookupKey? Matter, string Summary, Bindingness How, Instant At, Team Owner, string? Reason, bool IsAgreed)
{
    private const int MaxLength = 200;

    /// <summary>The part of a broken or withdrawn commitment that a history keeps.</summary>
    internal static BrokenPromise Of(Commitment commitment) => new(
        commitment.Id,
        commitment.Reference,
        commitment.Held.Matter,
        Text.Shortened(commitment.Held.Summary, MaxLength),
        commitment.Bindingness,
        commitment.Closing!.At,
        commitment.Owner,
        commitment is { Conversation: not Conversation.Accepted, Closing.Reason: { } reason } ? Text.Shortened(reason.Text, MaxLength) : null,
        commitment is { Conversation: Conversation.Accepted, WasAcceptedBySilence: false });
}
