namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>By today's calendars and zone rules it is due at another time than the customer was told.</summary>
    /// <param name="Due">The date as it is computed now.</param>
    /// <param name="DueAsTold">The date that the customer was told.</param>
    public sealed record ComputedAnew(Deadline Due, Deadline DueAsTold) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Computed anew";

        private protected override string Say() => $"due {Due.ToText()}; the customer was told {DueAsTold.ToText()}";
    }
}
