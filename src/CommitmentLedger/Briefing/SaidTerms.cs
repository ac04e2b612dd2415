namespace CommitmentLedger;

/// <summary>Terms of a promise that equally many teams gave their word for.</summary>
/// <param name="Teams">How many teams, counted with the one that promised.</param>
/// <param name="Terms">The terms; empty where the promise has none and the words alone count.</param>
public sealed record SaidTerms(int Teams, ValueList<Term> Terms)
{
    /// <summary>Who gave the words: the team that promised, and those that assured the customer of some terms. The most teams come first.</summary>
    internal static ValueList<SaidTerms> Of(Commitment commitment)
    {
        if (commitment.Assurances.IsEmpty) return [];
        Assurance[] told = [.. commitment.StandingAssurances.Where(assurance => assurance.Words is not null)];
        return commitment.Held.Terms.IsEmpty
            ? [new SaidTerms(Count(told), [])]
            :
            [
                .. from term in commitment.Held.Terms
                   group term by Count(told.Where(assurance => assurance.Terms.Says(term))) into alike
                   orderby alike.Key descending
                   select new SaidTerms(alike.Key, [.. alike]),
            ];

        int Count(IEnumerable<Assurance> assurances) => assurances.Select(assurance => assurance.By.Team).Append(commitment.Agreed.By.Team).Distinct().Count();
    }
}
