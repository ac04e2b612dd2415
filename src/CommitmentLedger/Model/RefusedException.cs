namespace CommitmentLedger;

/// <summary>A verb was refused. <c>TryAsync</c> gives the same refusal as a value.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public RefusedException(Refusal refusal)
        : base(refusal.ToString()) => Refusal = refusal;

    /// <summary>What is so and what to do.</summary>
    public Refusal Refusal { get; }
}
