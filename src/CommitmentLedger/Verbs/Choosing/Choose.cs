namespace CommitmentLedger.Commands;

/// <summary>Records what the customer chose. It becomes a term of the promise, and what the option needs becomes a precondition.</summary>
/// <param name="Commitment">Which commitment.</param>
/// <param name="Choice">The name of the choice.</param>
/// <param name="Option">The name of the option that the customer took.</param>
public sealed record Choose(CommitmentId Commitment, string Choice, string Option) : CommitmentCommand(Commitment)
{
    /// <summary>The name of the choice, 1 to 60 characters.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public string Choice { get; init => field = Text.Name(value, "The choice's name"); } = Text.Name(Choice, "The choice's name");

    /// <summary>The name of the option that the customer took, 1 to 60 characters.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long or has characters that cannot be kept.</exception>
    public string Option { get; init => field = Text.Name(value, "The option's name"); } = Text.Name(Option, "The option's name");

    internal override Verb Verb => Verbs.Choose;

    private protected override Decision Decide(Commitment commitment, CustomerRecord record, Circumstances at)
    {
        if (commitment.OpenChoices.FirstOrDefault(choice => choice.IsNamed(Choice)) is not { } open)
            return new Refusal("choice_unknown", "There is no open choice of this name. Use the name of one that the promise lists and that nobody has made yet.");
        return open.Find(Option) is { } option
            ? new Chosen(Commitment, open.Name, option.Name)
            : new Refusal("option_unknown", "The choice has no option of this name.") { CounterOffers = [.. open.Options.Select(one => one.Name)] };
    }
}
