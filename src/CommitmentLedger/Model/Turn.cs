namespace CommitmentLedger;

/// <summary>Where a commitment has to stand for a verb to be in turn: once in words, to end the sentence "… needs", and once as a condition.</summary>
internal sealed record Turn(string Needs, Func<Commitment, bool> Has)
{
    public static readonly Turn Any = new("a commitment", _ => true);

    public static readonly Turn Open = new("an open commitment", it => it.IsOpen);

    public static readonly Turn Unsplit = new("something open that was not split", it => it is { IsOpen: true, IsSplit: false });

    public static readonly Turn Unpromised = new("a request, an offer or a counter", it => it.IsUnbound);

    public static readonly Turn RequestOrCounter = new(
        "a request or a counter", it => it is { IsOpen: true, Conversation: Conversation.Requested or Conversation.Countered });

    public static readonly Turn Offer = new("an offer", it => it is { IsUnbound: true, Conversation: Conversation.Offered });

    public static readonly Turn OfferOrPromise = new(
        "an offer or an open promise", it => it.Stands || it is { IsUnbound: true, Conversation: Conversation.Offered });

    public static readonly Turn PromiseOnce = new("a promise", it => it.IsPromisedOrWas);

    public static readonly Turn Promise = new("an open promise", it => it.Stands);

    public static readonly Turn ClaimedPromise = new("a claimed promise", it => it is { Stands: true, Certainty: Certainty.Claimed });

    public static readonly Turn Conditional = new(
        "a promise that waits for a precondition", it => it is { Stands: true, Bindingness: Bindingness.Conditional });

    public static readonly Turn OpenChoice = new("something open for the customer to choose", it => it.IsOpen && !it.OpenChoices.IsEmpty);

    public static readonly Turn Ambiguous = new("an ambiguous item", it => it is { IsOpen: true, IsSplit: false, Promise.IsAmbiguous: true });

    public static readonly Turn ClockRuns = new("a promise whose clock runs", it => it is { Stands: true, Clock.State: ClockState.Running });

    public static readonly Turn ClockPaused = new("a promise whose clock is paused", it => it is { Stands: true, Clock.State: ClockState.Paused });

    public static readonly Turn Undone = new(
        "a promise that is not stated as done", it => it is { Stands: true, Conversation: not Conversation.Stated });

    public static readonly Turn UndoneOrPart = new(
        "a promise that is not stated as done yet",
        it => it is { Stands: true, Conversation: Conversation.Promised or Conversation.Disputed } or { IsOpen: true, AwaitsConsent: true });

    public static readonly Turn UndoneWithDeadline = new(
        "a promise with a deadline that is not stated as done",
        it => it is { Stands: true, Held.PromisedDue: not null, Conversation: not Conversation.Stated });

    public static readonly Turn UndoneOrExpired = new(
        "a promise with a deadline that is not stated as done or has expired",
        it => it.Held.PromisedDue is not null
            && (it is { Stands: true, Conversation: not Conversation.Stated } || it.Bindingness == Bindingness.Expired));

    public static readonly Turn Stated = new("a promise that was stated as done", it => it is { IsOpen: true, Conversation: Conversation.Stated });

    public static readonly Turn StatedOrSilent = new(
        "a promise that was stated as done and that the customer has not agreed to in so many words",
        it => it is { IsOpen: true, Conversation: Conversation.Stated } or { Conversation: Conversation.Accepted, WasAcceptedBySilence: true });

    public static readonly Turn ChangeProposed = new("a change that waits for consent", it => it.AwaitsAnswer);

    public static readonly Turn HandoffPending = new("a handoff that waits for an answer", it => it is { IsOpen: true, Handoff: not null });
}
