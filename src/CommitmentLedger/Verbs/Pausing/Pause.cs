namespace CommitmentLedger.Commands;

/// <summary>Stops the clock for a while, for a stated reason and on somebody's side. Only the customer's time moves what the customer was told.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="On">The party that is waited for.</param>
/// <param name="Reason">Why, 1 to 100 characters that can be said to the customer.</param>
public sealed record Pause(CommitmentId Commitment, Party On, string Reason) : CommitmentCommand(Commitment)
{
    private const int MaxReason = 100;

    /// <summary>Why, 1 to 100 characters that can be said to the customer.</summary>
    /// <exception cref="ArgumentException">The reason is empty, too long or has characters that cannot be kept.</exception>
    public string Reason { get; init => field = Text.Identifier(value, MaxReason, "The reason"); } = Text.Identifier(Reason, MaxReason, "The reason");

    internal override Verb Verb => Verbs.Pause;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (On is not (Party.Us or Party.Customer or Party.Supplier))
            return new Refusal("waits_for_nobody", "A pause is on somebody's side. Say whether it is ours, the customer's or a supplier's.");
        if (On == Party.Customer && commitment.UnmetPreconditions.Any(condition => condition.By != Party.Customer))
            return new Refusal("waits_for_us", "Something that is missing is not the customer's to bring about, so the time is ours. Pause on us or on the supplier.");
        return commitment.Clock.Pauses.Count >= Refusals.MaxListed ? Refusals.TooMany("pauses") : new Paused(Commitment, On, Reason);
    }
}
