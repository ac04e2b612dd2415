namespace CommitmentLedger;

/// <summary>Stops the clock for a while, for a stated reason and on somebody's side.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="On">Whose turn it is meanwhile.</param>
/// <param name="Reason">Why, in words that can be said to the customer.</param>
public sealed record Pause(CommitmentId Commitment, Party On, Words Reason) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new(
        "Pause", "a promise whose clock runs", commitment => commitment is { Stands: true, Clock.State: ClockState.Running });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) => new Paused(Commitment, On, Reason);
}
