namespace CommitmentLedger.Events;

/// <summary>A precondition became true.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Precondition">The name of the precondition.</param>
/// <param name="Evidence">The evidence, or null.</param>
public sealed record PreconditionMet(CommitmentId Commitment, string Precondition, Evidence? Evidence) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        Commitment met = commitment with
        {
            MetPreconditions = commitment.MetPreconditions.Add(new MetPrecondition(Precondition, entry.OccurredAt, entry.By, Evidence)),
        };
        return met.UnmetPreconditions.Any() ? met : met with { Bindingness = Bindingness.Bound };
    }
}
