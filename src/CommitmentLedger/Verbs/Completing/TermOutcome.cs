namespace CommitmentLedger;

/// <summary>The delivery for one term of a promise.</summary>
/// <param name="Term">The name of the term.</param>
/// <param name="Delivered">The delivered value.</param>
public sealed record TermOutcome(string Term, TermValue Delivered)
{
    /// <summary>The name of the term, 1 to 60 characters.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public string Term { get; init => field = Text.Name(value, "The term's name"); } = Text.Name(Term, "The term's name");

    /// <summary>
    /// Whether the number measures something and does not count it, such as a speed or a temperature. What falls short of a measure
    /// leaves the whole term owed; what falls short of a quantity leaves the rest. False by default.
    /// </summary>
    public bool IsMeasure { get; init; }

    /// <summary>Whether this tells of a term.</summary>
    public bool IsFor(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Text.IsSameName(term.Name, Term);
    }

    /// <summary>
    /// What is left of a term that this does not satisfy: of a quantity of which some was delivered the rest, else the term itself. More
    /// than exactly so many leaves the term itself too: nothing can be added to put it right.
    /// </summary>
    internal Term Leaves(Term term)
    {
        bool isPart = !IsMeasure && term.Comparison is not TermComparison.AtMost && Delivered.AsNumber > 0 && Delivered.AsNumber < term.Value.AsNumber;
        if (!isPart) return term;
        decimal rest = term.Value.AsNumber!.Value - Delivered.AsNumber!.Value;
        return term.Comparison == TermComparison.AtLeast ? CommitmentLedger.Term.AtLeast(term.Name, rest) : CommitmentLedger.Term.Of(term.Name, rest);
    }
}
