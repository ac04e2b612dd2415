using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Commands;

/// <summary>A request to record something. Deciding on it is pure: the answer is events or a refusal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(AcceptHandoff), "accept-handoff")]
[JsonDerivedType(typeof(AddNote), "add-note")]
[JsonDerivedType(typeof(AskAgain), "ask-again")]
[JsonDerivedType(typeof(Break), "break")]
[JsonDerivedType(typeof(Brief), "brief")]
[JsonDerivedType(typeof(CarryForward), "carry-forward")]
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(Clarify), "clarify")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(Corroborate), "corroborate")]
[JsonDerivedType(typeof(Counter), "counter")]
[JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(DeclineHandoff), "decline-handoff")]
[JsonDerivedType(typeof(Dispute), "dispute")]
[JsonDerivedType(typeof(EndInteraction), "end-interaction")]
[JsonDerivedType(typeof(Expire), "expire")]
[JsonDerivedType(typeof(GiveConsent), "give-consent")]
[JsonDerivedType(typeof(MakePromise), "promise")]
[JsonDerivedType(typeof(MeetPrecondition), "meet-precondition")]
[JsonDerivedType(typeof(Offer), "offer")]
[JsonDerivedType(typeof(OfferHandoff), "offer-handoff")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Reassess), "reassess")]
[JsonDerivedType(typeof(RecordAccount), "record-account")]
[JsonDerivedType(typeof(RefuseChange), "refuse-change")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Rely), "rely")]
[JsonDerivedType(typeof(Renegotiate), "renegotiate")]
[JsonDerivedType(typeof(Request), "request")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(RetractHandoff), "retract-handoff")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(StartInteraction), "start-interaction")]
[JsonDerivedType(typeof(StateDone), "state-done")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
public abstract record Command
{
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    private protected Command()
        : this(CommandId.New())
    {
    }

    /// <summary>A command whose id follows from its commitment, because it is given once for it.</summary>
    private protected Command(CommandId id) => Id = id;

    /// <summary>
    /// Which command. Sending it again with the same id and the same content gives the first result and records nothing new; with other
    /// content it is refused.
    /// </summary>
    /// <value>
    /// By default a new id for each object. For <see cref="MakePromise"/>, <see cref="Request"/> and <see cref="Claim"/> it follows from the
    /// commitment id, so that two objects with the same commitment and content are the same command.
    /// </value>
    [JsonIgnore]
    public CommandId Id { get; init; }

    /// <summary>When it happened, in whole microseconds, if that was before now. Null, the default, means now. Not before 1900.</summary>
    /// <value>
    /// Up to 5 seconds after now, because the clocks of several hosts differ. For the same reason what is told to have happened up to 5
    /// seconds before the latest that the commitment's clock counts is recorded as of then. What happens now is never too early: where this
    /// host's clock is behind, it is recorded as of the latest that the commitment's clock counts, by whatever it is behind.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">It lies before 1900.</exception>
    public Instant? OccurredAt
    {
        get;
        init => field = value is not { } at ? null
            : at >= Earliest ? Microseconds.Truncate(at) : throw new ArgumentOutOfRangeException(nameof(value), "What happened before 1900 is not kept. Correct OccurredAt.");
    }

    /// <summary>The commitments that deciding needs even when they are closed.</summary>
    internal virtual ValueList<CommitmentId> Touches => [];

    /// <summary>How many fresh promise references deciding may use up.</summary>
    internal virtual int ReferencesNeeded => 0;

    internal abstract Verb Verb { get; }

    /// <summary>The decision on a record: events, or a refusal.</summary>
    internal abstract Decision Decide(CustomerRecord record, Circumstances at);

    /// <summary>Why the time that the command gives cannot be right, or null when it can.</summary>
    internal Refusal? RefuseTime(Circumstances at) => OccurredAt is { } occurred && HostClocks.IsSurelyBefore(at.Now, occurred)
        ? new Refusal("occurred_in_future", "What the command reports lies in the future. Check the clock that set OccurredAt, or leave it out.")
        : null;

    /// <summary>When it happened, in one order with what the record holds, though another host's clock may be ahead of this one's.</summary>
    internal virtual Instant When(CustomerRecord record, Circumstances at) =>
        OccurredAt is null && record.LatestAt is { } latest && HostClocks.IsJustBefore(at.OccurredAt, latest) ? latest : at.OccurredAt;
}
