namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Something that must be true first is not true yet.</summary>
    /// <param name="Name">The precondition, by its name.</param>
    /// <param name="By">The party that brings it about.</param>
    /// <param name="Team">The team that brings it about, when it is one of ours and known.</param>
    public sealed record Missing(string Name, Party By, Team? Team) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Missing";

        private protected override string Say() => By switch
        {
            Party.Customer => $"{Name}, the customer's step",
            Party.Supplier => $"{Name}, a supplier's step",
            _ => Team is { } team ? $"{Name}, {team}'s step" : $"{Name}, our step",
        };
    }
}
