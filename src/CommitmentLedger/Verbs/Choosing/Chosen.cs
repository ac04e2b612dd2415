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
        Commitment changed = commitment.WithWords(Settled) with { ChoicesMade = commitment.ChoicesMade.Add(made.Name), SettledAt = entry.OccurredAt };
        return changed with { Bindingness = changed.IsPromised ? changed.Binding : changed.Bindingness };
    }

    /// <summary>The words with what was chosen: the customer's choice holds for the agreed words and for those that were asked about, where these offer it too.</summary>
    private Promise Settled(Promise promise)
    {
        if (promise.Choices.FirstOrDefault(choice => choice.IsNamed(Choice)) is not { } made || made.Find(Option) is not { } option) return promise;
        return promise with
        {
            Terms = [.. promise.Terms.Where(term => !made.IsNamed(term.Name)), Term.Of(made.Name, Option)],
            Preconditions =
            [
                .. promise.Preconditions.Select(known => option.Needs.FirstOrDefault(need => TakesOver(need, known)) ?? known),
                .. option.Needs.Where(need => !promise.Preconditions.Any(known => known.IsNamed(need.Name))),
            ],
        };
    }

    /// <summary>Whether what was the customer's to bring about is ours, or a supplier's, from now on.</summary>
    private static bool TakesOver(Precondition need, Precondition known) =>
        known.By == Party.Customer && need.By != Party.Customer && known.IsNamed(need.Name);
}
