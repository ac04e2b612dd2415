namespace CommitmentLedger;

/// <summary>The life cycle of a commitment: each verb with the name that a client sends, when it is in turn, and whether it moves the clock.</summary>
public static class Verbs
{
    internal static readonly Verb Accept = new("accept", Turn.Stated, movesClock: true);
    internal static readonly Verb AcceptHandoff = new("accept-handoff", Turn.HandoffPending);
    internal static readonly Verb AddNote = new("add-note", Turn.Open);
    internal static readonly Verb AskAgain = new("ask-again", Turn.Promise);
    internal static readonly Verb Break = new("break", Turn.Promise, movesClock: true);
    internal static readonly Verb Brief = new("brief");
    internal static readonly Verb CarryForward = new("carry-forward", Turn.UndoneOrExpired, movesClock: true);
    internal static readonly Verb Choose = new("choose", Turn.OpenChoice, movesClock: true);
    internal static readonly Verb Claim = new("claim", begins: true);
    internal static readonly Verb Clarify = new("clarify", Turn.Ambiguous);
    internal static readonly Verb Confirm = new("confirm", Turn.Promise);
    internal static readonly Verb Corroborate = new("corroborate", Turn.ClaimedPromise);
    internal static readonly Verb Counter = new("counter", Turn.Offer);
    internal static readonly Verb Decline = new("decline", Turn.Unpromised);
    internal static readonly Verb DeclineHandoff = new("decline-handoff", Turn.HandoffPending);
    internal static readonly Verb Dispute = new("dispute", Turn.StatedOrSilent, movesClock: true);
    internal static readonly Verb EndInteraction = new("end-interaction");
    internal static readonly Verb Expire = new("expire", Turn.Conditional, movesClock: true);
    internal static readonly Verb GiveConsent = new("give-consent", Turn.ChangeProposed, movesClock: true);
    internal static readonly Verb MeetPrecondition = new("meet-precondition", Turn.Conditional, movesClock: true);
    internal static readonly Verb Offer = new("offer", Turn.RequestOrCounter, begins: true);
    internal static readonly Verb OfferHandoff = new("offer-handoff", Turn.Unsplit);
    internal static readonly Verb Pause = new("pause", Turn.ClockRuns, movesClock: true);
    internal static readonly Verb MakePromise = new("promise", Turn.Unpromised, begins: true);
    internal static readonly Verb Reassess = new("reassess", Turn.UndoneWithDeadline, movesClock: true);
    internal static readonly Verb RecordAccount = new("record-account", Turn.Any);
    internal static readonly Verb RefuseChange = new("refuse-change", Turn.ChangeProposed);
    internal static readonly Verb Release = new("release", Turn.Promise, movesClock: true);
    internal static readonly Verb Rely = new("rely", Turn.PromiseOnce);
    internal static readonly Verb Renegotiate = new("renegotiate", Turn.Undone, movesClock: true);
    internal static readonly Verb Request = new("request", begins: true);
    internal static readonly Verb Resume = new("resume", Turn.ClockPaused, movesClock: true);
    internal static readonly Verb RetractHandoff = new("retract-handoff", Turn.HandoffPending);
    internal static readonly Verb Split = new("split", Turn.Undone, movesClock: true);
    internal static readonly Verb StartInteraction = new("start-interaction");
    internal static readonly Verb StateDone = new("state-done", Turn.UndoneOrPart, movesClock: true);
    internal static readonly Verb Withdraw = new("withdraw", Turn.OfferOrPromise, movesClock: true);

    /// <summary>All verbs, in alphabetical order of their names.</summary>
    public static ValueList<Verb> All { get; } =
    [
        Accept, AcceptHandoff, AddNote, AskAgain, Break, Brief, CarryForward, Choose, Claim, Clarify, Confirm, Corroborate, Counter,
        Decline, DeclineHandoff, Dispute, EndInteraction, Expire, GiveConsent, MeetPrecondition, Offer, OfferHandoff, Pause, MakePromise,
        Reassess, RecordAccount, RefuseChange, Release, Rely, Renegotiate, Request, Resume, RetractHandoff, Split, StartInteraction,
        StateDone, Withdraw,
    ];

    /// <summary>The verb of a name that a client sent, or null when there is none.</summary>
    public static Verb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);

    /// <summary>The verbs that a commitment allows now, in alphabetical order. Each can still be refused, for a reason of its own.</summary>
    public static IEnumerable<Verb> InTurn(Commitment commitment) => All.Where(verb => verb.IsInTurn(commitment));
}
