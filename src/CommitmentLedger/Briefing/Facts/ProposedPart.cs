namespace CommitmentLedger;

/// <summary>A part of a split that the customer was asked about.</summary>
/// <param name="Commitment">The commitment that it would be.</param>
/// <param name="Terms">Its terms; without any, the words alone count.</param>
/// <param name="Words">Its words.</param>
public sealed record ProposedPart(CommitmentId Commitment, ValueList<Term> Terms, Words Words)
{
    /// <summary>The terms, or the words without any.</summary>
    public override string ToString() => Promise.SummaryOf(Terms, Words);
}
