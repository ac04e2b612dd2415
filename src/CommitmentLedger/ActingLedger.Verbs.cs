namespace CommitmentLedger;

/// <content>One line a verb: the same call, ending in an exception when it is refused.</content>
public sealed partial class ActingLedger
{
    /// <inheritdoc cref="MakePromise"/>
    /// <returns>The receipt for the customer.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public async Task<Receipt> PromiseAsync(CommitmentId commitment, CustomerId customer, Promise promise, CancellationToken cancellationToken = default) =>
        (await DoAsync(customer, new MakePromise(commitment, promise) { Id = CommandId.For(commitment) }, cancellationToken).ConfigureAwait(false)).Receipt!;

    /// <inheritdoc cref="Confirm"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ConfirmAsync(CustomerId customer, CommitmentId commitment, Basis basis, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Confirm(commitment, basis, words), cancellationToken);

    /// <inheritdoc cref="AskAgain"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AskAgainAsync(CustomerId customer, CommitmentId commitment, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new AskAgain(commitment, words), cancellationToken);

    /// <inheritdoc cref="State"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> StateAsync(CustomerId customer, CommitmentId commitment, ValueList<TermOutcome> outcomes = default, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new State(commitment) { Outcomes = outcomes }, cancellationToken);

    /// <inheritdoc cref="Accept"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AcceptAsync(CustomerId customer, CommitmentId commitment, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Accept(commitment, words), cancellationToken);

    /// <inheritdoc cref="Dispute"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DisputeAsync(CustomerId customer, CommitmentId commitment, Words words, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Dispute(commitment, words), cancellationToken);

    /// <inheritdoc cref="Release"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ReleaseAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Release(commitment, reason), cancellationToken);

    /// <inheritdoc cref="Withdraw"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> WithdrawAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Withdraw(commitment, reason), cancellationToken);

    /// <inheritdoc cref="Break"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> BreakAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Break(commitment, reason), cancellationToken);
}
