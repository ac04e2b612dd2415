namespace CommitmentLedger;

/// <summary>The promise to answer a request: "we will tell you within 30 minutes". It is a commitment of its own.</summary>
/// <param name="Commitment">The id of the commitment to answer; make it before the first try.</param>
/// <param name="Words">The words to the customer.</param>
/// <param name="Deadline">When the answer is due.</param>
public sealed record AnswerBy(CommitmentId Commitment, Words Words, Deadline Deadline)
{
    /// <summary>The promise to answer, about the matter of what was asked for.</summary>
    internal Promise PromiseFor(Promise wish) => new() { Words = Words, PromisedDue = Deadline, Matter = wish.Matter };
}
