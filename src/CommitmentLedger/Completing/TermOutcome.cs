namespace CommitmentLedger;

/// <summary>What was delivered for one term of a promise.</summary>
/// <param name="Term">The name of the term.</param>
/// <param name="Delivered">What was delivered.</param>
public sealed record TermOutcome(string Term, TermValue Delivered)
{
    /// <summary>Whether this tells of a term.</summary>
    public bool IsFor(Term term) => string.Equals(Term, term.Name, StringComparison.OrdinalIgnoreCase);
}
