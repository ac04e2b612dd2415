namespace CommitmentLedger.Events;

/// <summary>The clock was stopped for a while.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="On">The party that is waited for.</param>
/// <param name="Reason">Why, 1 to 100 characters.</param>
public sealed record Paused(CommitmentId Commitment, Party On, string Reason) : CommitmentEvent(Commitment)
{
    /// <summary>The reason when a promise waits for what the customer brings about.</summary>
    internal const string WaitsForCustomer = "waits for what the customer brings about";

    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        bool keepsOpen = On == Party.Customer && commitment.Held.PromisedDue is { MovesWithPauses: true } && entry.OccurredAt < commitment.DueTimes?.Told;
        return commitment with
        {
            Clock = commitment.Clock.Pause(entry.OccurredAt, Reason, On).Value,
            DueTimes = keepsOpen ? null : commitment.DueTimes,
            DueBeforePause = keepsOpen ? commitment.DueTimes!.Told : null,
        };
    }
}
