namespace CommitmentLedger;

/// <content>One line a verb: the same call, ending in an exception when it is refused. A command that needs more goes through <see cref="TryAsync"/>.</content>
public sealed partial class ActingLedger
{
    /// <inheritdoc cref="Request"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> RequestAsync(
        CommitmentId commitment, CustomerId customer, Promise wish, AnswerBy? answer = null, CancellationToken cancellationToken = default) =>
        ReceiptAsync(customer, new Request(commitment, wish) { Id = CommandId.For(commitment, "request"), Answer = answer }, cancellationToken);

    /// <inheritdoc cref="Offer"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> OfferAsync(CustomerId customer, CommitmentId commitment, Promise proposal, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Offer(commitment, proposal), cancellationToken);

    /// <inheritdoc cref="Counter"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CounterAsync(CustomerId customer, CommitmentId commitment, Promise wish, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Counter(commitment, wish), cancellationToken);

    /// <inheritdoc cref="Decline"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DeclineAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Decline(commitment, reason), cancellationToken);

    /// <inheritdoc cref="MakePromise"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> PromiseAsync(CommitmentId commitment, CustomerId customer, Promise promise, CancellationToken cancellationToken = default) =>
        ReceiptAsync(customer, new MakePromise(commitment, promise) { Id = CommandId.For(commitment, "promise") }, cancellationToken);

    /// <inheritdoc cref="Claim"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> ClaimAsync(CommitmentId commitment, CustomerId customer, Promise promise, CancellationToken cancellationToken = default) =>
        ReceiptAsync(customer, new Claim(commitment, promise) { Id = CommandId.For(commitment, "claim") }, cancellationToken);

    /// <inheritdoc cref="Corroborate"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CorroborateAsync(
        CustomerId customer, CommitmentId commitment, Evidence evidence, Actor givenBy, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Corroborate(commitment, evidence, givenBy), cancellationToken);

    /// <inheritdoc cref="Confirm"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ConfirmAsync(
        CustomerId customer, CommitmentId commitment, Basis basis, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Confirm(commitment, basis, words), cancellationToken);

    /// <inheritdoc cref="AskAgain"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AskAgainAsync(
        CustomerId customer, CommitmentId commitment, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new AskAgain(commitment, words), cancellationToken);

    /// <inheritdoc cref="MeetPrecondition"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> MeetPreconditionAsync(
        CustomerId customer, CommitmentId commitment, string precondition, Evidence? evidence = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new MeetPrecondition(commitment, precondition, evidence), cancellationToken);

    /// <inheritdoc cref="Choose"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ChooseAsync(
        CustomerId customer, CommitmentId commitment, string choice, string option, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Choose(commitment, choice, option), cancellationToken);

    /// <inheritdoc cref="Clarify"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ClarifyAsync(CustomerId customer, CommitmentId commitment, Words reading, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Clarify(commitment, reading), cancellationToken);

    /// <inheritdoc cref="Pause"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> PauseAsync(
        CustomerId customer, CommitmentId commitment, Party on, string reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Pause(commitment, on, reason), cancellationToken);

    /// <inheritdoc cref="Resume"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ResumeAsync(CustomerId customer, CommitmentId commitment, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Resume(commitment), cancellationToken);

    /// <inheritdoc cref="Renegotiate"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RenegotiateAsync(
        CustomerId customer, CommitmentId commitment, Promise promise, Consent? consent = null, bool isUnilateral = false, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Renegotiate(commitment, promise) { Consent = consent, IsUnilateral = isUnilateral }, cancellationToken);

    /// <inheritdoc cref="GiveConsent"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> GiveConsentAsync(
        CustomerId customer, CommitmentId commitment, Consent consent, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new GiveConsent(commitment, consent), cancellationToken);

    /// <inheritdoc cref="RefuseChange"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RefuseChangeAsync(CustomerId customer, CommitmentId commitment, Words words, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new RefuseChange(commitment, words), cancellationToken);

    /// <inheritdoc cref="Reassess"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ReassessAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Reassess(commitment, reason), cancellationToken);

    /// <inheritdoc cref="Split"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> SplitAsync(
        CustomerId customer, CommitmentId commitment, ValueList<Part> into, Consent? consent, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Split(commitment, into, consent), cancellationToken);

    /// <inheritdoc cref="CarryForward"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CarryForwardAsync(
        CustomerId customer, CommitmentId commitment, CommitmentId successor, Deadline validUntil, Actor approvedBy, Words words, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new CarryForward(commitment, successor, validUntil, approvedBy, words), cancellationToken);

    /// <inheritdoc cref="OfferHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> OfferHandoffAsync(
        CustomerId customer, CommitmentId commitment, Team to, Deadline answerBy, Words? words = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new OfferHandoff(commitment, to, answerBy, words), cancellationToken);

    /// <inheritdoc cref="AcceptHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AcceptHandoffAsync(
        CustomerId customer, CommitmentId commitment, ValueList<Term> readBack, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new AcceptHandoff(commitment, readBack), cancellationToken);

    /// <inheritdoc cref="DeclineHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DeclineHandoffAsync(
        CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new DeclineHandoff(commitment, reason), cancellationToken);

    /// <inheritdoc cref="RetractHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RetractHandoffAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new RetractHandoff(commitment, reason), cancellationToken);

    /// <inheritdoc cref="Rely"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RelyAsync(CustomerId customer, CommitmentId commitment, Words act, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Rely(commitment, act), cancellationToken);

    /// <inheritdoc cref="RecordAccount"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RecordAccountAsync(
        CustomerId customer, CommitmentId commitment, Words words, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new RecordAccount(commitment, words), cancellationToken);

    /// <inheritdoc cref="AddNote"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AddNoteAsync(
        CustomerId customer, CommitmentId commitment, Words words, Evidence? evidence = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new AddNote(commitment, words, evidence), cancellationToken);

    /// <inheritdoc cref="StateDone"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> StateDoneAsync(
        CustomerId customer, CommitmentId commitment, ValueList<TermOutcome> outcomes = default, SilenceAgrees? silenceAgrees = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new StateDone(commitment) { Outcomes = outcomes, SilenceAgrees = silenceAgrees }, cancellationToken);

    /// <inheritdoc cref="Accept"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AcceptAsync(
        CustomerId customer, CommitmentId commitment, CustomersYes? yes = null, Deadline? remainderDue = null, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Accept(commitment, yes) { RemainderDue = remainderDue }, cancellationToken);

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

    /// <inheritdoc cref="Expire"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ExpireAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Expire(commitment, reason), cancellationToken);

    /// <inheritdoc cref="Break"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> BreakAsync(CustomerId customer, CommitmentId commitment, Words reason, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new Break(commitment, reason), cancellationToken);

    /// <inheritdoc cref="StartInteraction"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> StartInteractionAsync(
        CustomerId customer, InteractionId interaction, Occasion occasion, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new StartInteraction(interaction, occasion), cancellationToken);

    /// <inheritdoc cref="EndInteraction"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> EndInteractionAsync(CustomerId customer, InteractionId interaction, CancellationToken cancellationToken = default) =>
        DoAsync(customer, new EndInteraction(interaction), cancellationToken);

    private async Task<Receipt> ReceiptAsync(CustomerId customer, Command command, CancellationToken cancellationToken) =>
        (await DoAsync(customer, command, cancellationToken).ConfigureAwait(false)).Receipt!;
}
