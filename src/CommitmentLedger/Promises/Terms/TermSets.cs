namespace CommitmentLedger;

/// <summary>Terms as the set that they are: neither their order counts, nor how they are spelled, nor whether one is said twice.</summary>
internal static class TermSets
{
    public static bool Says(this ValueList<Term> terms, Term term)
    {
        foreach (Term one in terms.AsSpan())
        {
            if (one.SaysTheSameAs(term)) return true;
        }

        return false;
    }

    public static bool SaysAllOf(this ValueList<Term> terms, ValueList<Term> others)
    {
        foreach (Term other in others.AsSpan())
        {
            if (!terms.Says(other)) return false;
        }

        return true;
    }

    /// <summary>Those of the terms that the others say too, as they are spelled and ordered here.</summary>
    public static ValueList<Term> SaidToo(this ValueList<Term> terms, ValueList<Term> others) => [.. terms.Where(term => others.Says(term))];
}
