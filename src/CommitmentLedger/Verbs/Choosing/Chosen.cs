namespace CommitmentLedger.Events;

/// <summary>The customer chose.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Choice">The name of the choice.</param>
/// <param name="Option">The name of the option that the customer took.</param>
public sealed record Chosen(CommitmentId Commitment, string Choice, string Option) : CommitmentEvent(Commitment)
{
    private protected override Commitment Apply(Commitment commitment, Entry entry)
    {
        Choice made = commitment.OpenChoices.First(choice => choice.IsNamed(Choice));
        ValueList<Precondition> needs = made.Find(Option)!.Needs;
        Promise promise = commitment.Promise;
        return commitment with
        {
            ChoicesMade = commitment.ChoicesMade.Add(made.Name),
            Bindingness = commitment.Bindingness == Bindingness.Bound && !needs.IsEmpty ? Bindingness.Conditional : commitment.Bindingness,
            Promise = promise with
            {
                Terms = [.. promise.Terms.Where(term => !made.IsNamed(term.Name)), Term.Of(made.Name, Option)],
                Preconditions = [.. promise.Preconditions, .. needs.Where(need => !promise.Preconditions.Any(known => known.IsNamed(need.Name)))],
            },
        };
    }
}
