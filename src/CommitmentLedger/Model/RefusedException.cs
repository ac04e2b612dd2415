namespace CommitmentLedger;

/// <summary>A verb was refused. <c>TryAsync</c> gives the same refusal as a value.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public RefusedException(Refusal refusal)
        : base(refusal.ToString()) => Refusal = refusal;

    /// <summary>The fact, and what to do about it.</summary>
    public Refusal Refusal { get; }
}
