namespace CommitmentLedger;

/// <content>
/// One line a verb: the same call, ending in an exception when it is refused. A command that needs more goes through <see cref="TryAsync"/>.
/// Each takes a command id, last before the cancellation token: keep it where you may have to call again, and a repetition gives the first
/// result instead of a second entry. Left out, it is new for each call; for the verbs that give a receipt it follows from the commitment id.
/// </content>
public sealed partial class CustomerLedger
{
    /// <inheritdoc cref="Request"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> RequestAsync(
        CommitmentId commitment, Promise wish, AnswerBy? answer = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ReceiptAsync(new Request(commitment, wish) { Answer = answer }, command, cancellationToken);

    /// <inheritdoc cref="Offer"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> OfferAsync(CommitmentId commitment, Promise proposal, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Offer(commitment, proposal) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Counter"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CounterAsync(CommitmentId commitment, Promise wish, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Counter(commitment, wish) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Decline"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DeclineAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Decline(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="MakePromise"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> PromiseAsync(CommitmentId commitment, Promise promise, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ReceiptAsync(new MakePromise(commitment, promise), command, cancellationToken);

    /// <inheritdoc cref="Claim"/>
    /// <returns>The receipt for the customer. Calling again with the same commitment id and content gives the same receipt.</returns>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Receipt> ClaimAsync(CommitmentId commitment, Promise promise, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ReceiptAsync(new Claim(commitment, promise), command, cancellationToken);

    /// <inheritdoc cref="Corroborate"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CorroborateAsync(
        CommitmentId commitment, Evidence evidence, Actor givenBy, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Corroborate(commitment, evidence, givenBy) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Confirm"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ConfirmAsync(
        CommitmentId commitment, Basis basis, Words? words = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Confirm(commitment, basis, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="AskAgain"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AskAgainAsync(
        CommitmentId commitment, Words? words = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new AskAgain(commitment, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="MeetPrecondition"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> MeetPreconditionAsync(
        CommitmentId commitment, string precondition, Evidence? evidence = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new MeetPrecondition(commitment, precondition, evidence) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Choose"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ChooseAsync(
        CommitmentId commitment, string choice, string option, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Choose(commitment, choice, option) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Clarify"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ClarifyAsync(CommitmentId commitment, Words reading, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Clarify(commitment, reading) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Pause"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> PauseAsync(
        CommitmentId commitment, Party on, string reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Pause(commitment, on, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Resume"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ResumeAsync(CommitmentId commitment, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Resume(commitment) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Renegotiate"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RenegotiateAsync(
        CommitmentId commitment, Promise promise, Consent? consent = null, bool isUnilateral = false, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Renegotiate(commitment, promise) { Id = IdOf(command), Consent = consent, IsUnilateral = isUnilateral }, cancellationToken);

    /// <inheritdoc cref="GiveConsent"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> GiveConsentAsync(
        CommitmentId commitment, Consent consent, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new GiveConsent(commitment, consent) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="RefuseChange"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RefuseChangeAsync(CommitmentId commitment, Words words, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new RefuseChange(commitment, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Reassess"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ReassessAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Reassess(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Split"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> SplitAsync(
        CommitmentId commitment, ValueList<Part> into, Consent? consent, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Split(commitment, into, consent) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="CarryForward"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> CarryForwardAsync(
        CommitmentId commitment, CommitmentId successor, Deadline validUntil, Actor approvedBy, Words words, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new CarryForward(commitment, successor, validUntil, approvedBy, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="OfferHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> OfferHandoffAsync(
        CommitmentId commitment, Team to, Deadline answerBy, Words? words = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new OfferHandoff(commitment, to, answerBy, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="AcceptHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AcceptHandoffAsync(
        CommitmentId commitment, ValueList<Term> readBack, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new AcceptHandoff(commitment, readBack) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="DeclineHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DeclineHandoffAsync(
        CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new DeclineHandoff(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="RetractHandoff"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RetractHandoffAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new RetractHandoff(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Rely"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RelyAsync(CommitmentId commitment, Words act, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Rely(commitment, act) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="RecordAccount"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> RecordAccountAsync(
        CommitmentId commitment, Words words, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new RecordAccount(commitment, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="AddNote"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AddNoteAsync(
        CommitmentId commitment, Words words, Evidence? evidence = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new AddNote(commitment, words, evidence) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="StateDone"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> StateDoneAsync(
        CommitmentId commitment, ValueList<TermOutcome> outcomes = default, SilenceAgrees? silenceAgrees = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new StateDone(commitment) { Id = IdOf(command), Outcomes = outcomes, SilenceAgrees = silenceAgrees }, cancellationToken);

    /// <inheritdoc cref="Accept"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> AcceptAsync(
        CommitmentId commitment, CustomersYes? yes = null, Deadline? remainderDue = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Accept(commitment, yes) { Id = IdOf(command), RemainderDue = remainderDue }, cancellationToken);

    /// <inheritdoc cref="Dispute"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> DisputeAsync(CommitmentId commitment, Words words, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Dispute(commitment, words) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Release"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ReleaseAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Release(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Withdraw"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> WithdrawAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Withdraw(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Expire"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> ExpireAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Expire(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="Break"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> BreakAsync(CommitmentId commitment, Words reason, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new Break(commitment, reason) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="StartInteraction"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> StartInteractionAsync(
        InteractionId interaction, Occasion occasion, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new StartInteraction(interaction, occasion) { Id = IdOf(command) }, cancellationToken);

    /// <inheritdoc cref="EndInteraction"/>
    /// <inheritdoc cref="DoAsync"/>
    public Task<Verdict> EndInteractionAsync(InteractionId interaction, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DoAsync(new EndInteraction(interaction) { Id = IdOf(command) }, cancellationToken);

    private static CommandId IdOf(CommandId? command) => command ?? CommandId.New();

    private async Task<Receipt> ReceiptAsync(Command command, CommandId? id, CancellationToken cancellationToken) =>
        (await DoAsync(id is { } given ? command with { Id = given } : command, cancellationToken).ConfigureAwait(false)).Receipt!;
}
