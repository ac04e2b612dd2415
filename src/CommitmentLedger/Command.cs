using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>What somebody asks the ledger to record. Deciding on it is pure: the answer is events or a refusal.</summary>
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
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Rely), "rely")]
[JsonDerivedType(typeof(Renegotiate), "renegotiate")]
[JsonDerivedType(typeof(Request), "request")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(RetractHandoff), "retract-handoff")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(StartInteraction), "start-interaction")]
[JsonDerivedType(typeof(State), "state")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
public abstract record Command
{
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    private protected Command()
    {
    }

    /// <summary>Which command. Sending the same command object again is safe; so is a new one with this id and the same content.</summary>
    [JsonIgnore]
    public CommandId Id { get; init; } = CommandId.New();

    /// <summary>When it happened, if that was before now. Null, the default, means now. Never later than now, nor before 1900.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies before 1900.</exception>
    public Instant? OccurredAt
    {
        get;
        init => field = value is null || value >= Earliest ? value : throw new ArgumentOutOfRangeException(nameof(value), "What happened before 1900 is not kept. Correct OccurredAt.");
    }

    /// <summary>The commitments that deciding needs even when they are closed.</summary>
    internal virtual ValueList<CommitmentId> Touches => [];

    /// <summary>How many fresh promise references deciding may use up.</summary>
    internal virtual int ReferencesNeeded => 0;

    internal Decision Rule(CustomerRecord record, Circumstances at) =>
        at.OccurredAt > at.Now
            ? new Refusal("occurred_in_future", "What the command reports lies in the future. Check the clock that set OccurredAt, or leave it out.")
            : Decide(record, at);

    private protected abstract Decision Decide(CustomerRecord record, Circumstances at);
}
