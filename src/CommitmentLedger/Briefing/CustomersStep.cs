namespace CommitmentLedger;

/// <summary>Something that is the customer's to do or to decide.</summary>
/// <param name="Commitment">The commitment that waits for it.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Step">The step, by the name of the precondition or the choice.</param>
/// <param name="Options">The options; empty when it is something to do.</param>
public sealed record CustomersStep(CommitmentId Commitment, PromiseReference Reference, string Step, ValueList<string> Options)
{
    /// <summary>The step as it is spoken of: <c>link card to account</c>, <c>choose payment: UPI or card</c>.</summary>
    public override string ToString() => Options.IsEmpty ? Step : $"choose {Step}: {string.Join(" or ", Options)}";

    /// <summary>Everything of a commitment that waits for the customer.</summary>
    internal static IEnumerable<CustomersStep> Of(Commitment commitment) => commitment is { Promise: { Preconditions.IsEmpty: true, Choices.IsEmpty: true }, Proposal: null } ? [] :
    [
        .. commitment.Proposal is null ? Array.Empty<CustomersStep>() : [new CustomersStep(commitment.Id, commitment.Reference, "say whether the change is agreed", [])],
        .. commitment.UnmetPreconditions.Where(condition => condition.By == Party.Customer)
            .Select(condition => new CustomersStep(commitment.Id, commitment.Reference, condition.Name, [])),
        .. commitment.OpenChoices.Select(choice =>
            new CustomersStep(commitment.Id, commitment.Reference, choice.Name, [.. choice.Ranked(commitment.Promise.Terms).Select(option => option.Name)])),
    ];
}
