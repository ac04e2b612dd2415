namespace CommitmentLedger.Commands;

/// <summary>Records that the customer wants it differently from what we offered.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Wish">What the customer wants instead.</param>
public sealed record Counter(CommitmentId Commitment, Promise Wish) : CommitmentCommand(Commitment)
{
    internal static readonly Verb Definition = new("Counter", "an offer", commitment => commitment is { IsUnbound: true, Conversation: Conversation.Offered });

    internal override Verb Verb => Definition;

    private protected override Decision Answer(Commitment commitment, CustomerRecord record, Circumstances at) =>
        Wish.Problem() is { } problem ? problem : new Countered(Commitment, Wish);
}
