namespace CommitmentLedger;

/// <summary>What was delivered for one term of a promise.</summary>
/// <param name="Term">The name of the term.</param>
/// <param name="Delivered">What was delivered.</param>
public sealed record TermOutcome(string Term, TermValue Delivered)
{
    /// <summary>The name of the term, 1 to 60 characters.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public string Term { get; init => field = Text.Name(value, "The term's name"); } = Text.Name(Term, "The term's name");

    /// <summary>Whether this tells of a term.</summary>
    public bool IsFor(Term term) => Text.IsSameName(term.Name, Term);
}
