using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>What somebody asks the ledger to record. Deciding on it is pure: the answer is events or a refusal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(MakePromise), "promise")]
[JsonDerivedType(typeof(Confirm), "confirm")]
[JsonDerivedType(typeof(AskAgain), "ask-again")]
[JsonDerivedType(typeof(State), "state")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Dispute), "dispute")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Break), "break")]
[JsonDerivedType(typeof(Brief), "brief")]
public abstract record Command
{
    private protected Command()
    {
    }

    /// <summary>Which command. Sending the same command object again is safe; so is a new one with this id and the same content.</summary>
    [JsonIgnore]
    public CommandId Id { get; init; } = CommandId.New();

    /// <summary>When it happened, if that was before now. Null, the default, means now. Never later than now.</summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>The commitments that deciding needs even when they are closed.</summary>
    internal virtual ValueList<CommitmentId> Touches => [];

    /// <summary>How many fresh promise references deciding may use up.</summary>
    internal virtual int ReferencesNeeded => 0;

    internal Decision Decide(CustomerRecord record, Circumstances at) =>
        OccurredAt > at.Now
            ? new Refusal("occurred_in_future", "What the command reports lies in the future. Check the clock that set OccurredAt, or leave it out.")
            : Answer(record, at);

    private protected abstract Decision Answer(CustomerRecord record, Circumstances at);
}
