using NodaTime;

namespace CommitmentLedger.Events;

/// <summary>A promise was given.</summary>
/// <param name="Commitment">The commitment that it made, or that was requested or offered before.</param>
/// <param name="Reference">The code on the customer's receipt.</param>
/// <param name="Promise">The words and what they oblige us to.</param>
/// <param name="Owner">The team that is responsible: the one that promises; for what came of another commitment, the one that owned that.</param>
public sealed record Promised(CommitmentId Commitment, PromiseReference Reference, Promise Promise, Team Owner) : LedgerEvent
{
    /// <summary>The instants that it is watched by, or null without a deadline.</summary>
    public DueTimes? DueTimes { get; init; }

    /// <summary>Which commitment it came from, or null.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>The clock of a whole that a part goes on with; null when the clock starts with the words.</summary>
    public CommitmentClock? Clock { get; init; }

    /// <summary>The deadline that a whole was reassessed to and that a part goes on with; otherwise null.</summary>
    public Deadline? ReassessedDue { get; init; }

    /// <summary>The actor who gave the words, if another actor recorded the promise; otherwise null.</summary>
    public Actor? SpokenBy { get; init; }

    /// <summary>The date of what it came from that had passed already, so that whatever is delivered is late; null when none had.</summary>
    public Instant? MissedDue { get; init; }

    /// <summary>The approved exception that it stands on, or null.</summary>
    public ApprovedExtension? Extension { get; init; }

    internal override CommitmentId? About => Commitment;

    internal override CustomerRecord Apply(CustomerRecord record, Entry entry)
    {
        Commitment commitment = record.Find(Commitment)?.Speak(Promise, entry, SpokenBy) ?? CommitmentLedger.Commitment.Begin(Commitment, Reference, Promise, Owner, entry);
        Commitment? source = Lineage is { } lineage ? record.Find(lineage.From) : null;
        Commitment? before = Lineage?.Kind == LineageKind.CarriedForwardFrom ? source : null;
        Commitment? whole = Lineage?.Kind == LineageKind.PartOf ? source : null;
        Commitment? splitBefore = before is null ? null : record.OpenSplitOf(before);
        if (before is not null) commitment = commitment.Knowing(before);
        if (whole is not null) commitment = commitment with { MetPreconditions = whole.MetFor(Promise) };
        CustomerRecord next = record.With(commitment with
        {
            Conversation = Conversation.Promised,
            Bindingness = commitment.Binding,
            Clock = Clock ?? commitment.Clock.Start(entry.OccurredAt).Value,
            Owner = Owner,
            Handoff = null,
            DueTimes = DueTimes,
            DueBeforePause = DueTimes is null && Clock is not null ? whole?.DueBeforePause : null,
            Lineage = Lineage ?? commitment.Lineage,
            Root = record.RootOf(Lineage) ?? commitment.Root,
            Whole = WholeOf(before, splitBefore) ?? commitment.Whole,
            ReassessedDue = ReassessedDue,
            PromisedBy = SpokenBy ?? entry.By,
            MissedDue = MissedDue,
            Extension = Extension,
        });
        return splitBefore is null ? next : next.With(splitBefore.WithPartReplaced(before!.Id, Commitment));
    }

    /// <summary>A part, and what is still owed of a promise, belong to the one that they come from; what takes their place belongs there too.</summary>
    private CommitmentId? WholeOf(Commitment? before, Commitment? splitBefore) => Lineage switch
    {
        { Kind: LineageKind.PartOf or LineageKind.RemainderOf } => Lineage.From,
        { Kind: LineageKind.CarriedForwardFrom } => splitBefore?.Id ?? (before?.Lineage?.Kind == LineageKind.RemainderOf ? before.Whole : null),
        _ => null,
    };

    /// <summary>A promise that is given now, as it was admitted.</summary>
    internal static Promised Of(Draft admitted) =>
        new(admitted.Commitment, admitted.Reference, admitted.Promise, admitted.Owner)
        {
            DueTimes = admitted.DueTimes,
            Clock = admitted.Clock,
            ReassessedDue = admitted.ReassessedDue,
        };
}
