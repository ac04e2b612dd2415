using NodaTime;

namespace CommitmentLedger;

/// <summary>A promise and what became of it, from the first question to the accepted result.</summary>
public sealed partial record Commitment
{
    internal Commitment()
    {
    }

    /// <summary>Which commitment; the same through every handoff.</summary>
    public required CommitmentId Id { get; init; }

    /// <summary>The customer it is owed to.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The code on the customer's receipt.</summary>
    public required PromiseReference Reference { get; init; }

    /// <summary>The version of the entry that made it: commitments of one customer are in this order.</summary>
    public required long MadeAtVersion { get; init; }

    /// <summary>The words that stand and what they oblige us to; before a promise, what is asked for or offered.</summary>
    public required Promise Promise { get; init; }

    /// <summary>The words first given, kept for ever when they were renegotiated since; null when the first still stand.</summary>
    public Promise? FirstPromise { get; internal init; }

    /// <summary>
    /// The words that the customer last agreed to, where others were put in their place without consent; null when the words that stand
    /// are agreed. What we deliver is judged by the words that were agreed.
    /// </summary>
    public Promise? AgreedPromise { get; internal init; }

    /// <summary>The last instant that was on time by the words first given; null while these stand, and when they had no date.</summary>
    public Instant? FirstDue { get; internal init; }

    /// <summary>The date that had passed before the customer agreed to another, so that whatever is delivered is late; null when none had.</summary>
    public Instant? MissedDue { get; internal init; }

    /// <summary>When it was due before the pause that keeps it open now; null when none does.</summary>
    public Instant? DueBeforePause { get; internal init; }

    /// <summary>The actor who gave the words that the customer last agreed to, if other words stand since; otherwise null.</summary>
    public Actor? AgreedBy { get; internal init; }

    /// <summary>When the words that the customer last agreed to were given, if other words stand since; otherwise null.</summary>
    public Instant? AgreedAt { get; internal init; }

    /// <summary>The first commitment of those that came from one promise: parts, what was still owed, and what was carried forward; null for a first one.</summary>
    public CommitmentId? Root { get; internal init; }

    /// <summary>
    /// The commitment that it is a part or the rest of, or took the place of such a one: for the customer both are one promise, so this one
    /// is told below and not counted beside it. Null for any other, and for a part that was opened again after its whole had closed.
    /// </summary>
    public CommitmentId? Whole { get; internal init; }

    /// <summary>The deadline by today's calendars and zone rules, if somebody reassessed it; otherwise null.</summary>
    public Deadline? ReassessedDue { get; internal init; }

    /// <summary>The keys that find it because of words that stood before: the latest 100 that the standing words do not have.</summary>
    public ValueList<LookupKey> FormerKeys { get; internal init; }

    /// <summary>The actor who gave the words that stand.</summary>
    public required Actor PromisedBy { get; init; }

    /// <summary>When the words that stand were given.</summary>
    public required Instant PromisedAt { get; init; }

    /// <summary>When a choice of the customer's, or what was said of their meaning, last changed the words that stand; null when nothing did since they were given.</summary>
    public Instant? SettledAt { get; internal init; }

    /// <summary>The team that is responsible now. There is always one.</summary>
    public required Team Owner { get; init; }

    /// <summary>How far the conversation with the customer has come.</summary>
    public Conversation Conversation { get; internal init; }

    /// <summary>Whether the company is bound, and how that ended.</summary>
    public Bindingness Bindingness { get; internal init; }

    /// <summary>Whether time counts.</summary>
    public CommitmentClock Clock { get; internal init; } = CommitmentClock.NotStarted;

    /// <summary>The instants that it is watched by; null when it has no deadline, and while a pause keeps a counted deadline open.</summary>
    public DueTimes? DueTimes { get; internal init; }

    /// <summary>How sure we are that the words were given.</summary>
    public Certainty Certainty { get; internal init; }

    /// <summary>Which commitment it came from, or null.</summary>
    public Lineage? Lineage { get; internal init; }

    /// <summary>The commitments that it was split into; empty when it was not.</summary>
    public ValueList<CommitmentId> Parts { get; internal init; }

    /// <summary>How those of its parts closed that are closed, in the order in which they did.</summary>
    public ValueList<ClosedPart> ClosedParts { get; internal init; }

    /// <summary>The change that the customer was asked about and has not answered, or null.</summary>
    public ProposedChange? Proposal { get; internal init; }

    /// <summary>The latest 100 of the changes that the customer said no to, oldest first.</summary>
    public ValueList<RefusedChange> RefusedChanges { get; internal init; }

    /// <summary>How many changes the customer said no to.</summary>
    public int ChangesRefused { get; internal init; }

    /// <summary>The latest 100 of the consents that were given, oldest first.</summary>
    public ValueList<GivenConsent> Consents { get; internal init; }

    /// <summary>How many consents were given.</summary>
    public int ConsentsGiven { get; internal init; }

    /// <summary>How often the words were changed without the customer's consent.</summary>
    public int UnilateralChanges { get; internal init; }

    /// <summary>The approved exception that it stands on, or null.</summary>
    public ApprovedExtension? Extension { get; internal init; }

    /// <summary>The handoff that waits for an answer, or null.</summary>
    public PendingHandoff? Handoff { get; internal init; }

    /// <summary>The confirmations since the promise, oldest first.</summary>
    public ValueList<Assurance> Assurances { get; internal init; }

    /// <summary>How many of the assurances, from the first on, are of words that the customer has agreed to change since.</summary>
    public int OutdatedAssurances { get; internal init; }

    /// <summary>The customer's repeated questions, or null when there were none.</summary>
    public Doubt? Doubt { get; internal init; }

    /// <summary>The preconditions that are true now.</summary>
    public ValueList<MetPrecondition> MetPreconditions { get; internal init; }

    /// <summary>The names of the choices that the customer made.</summary>
    public ValueList<string> ChoicesMade { get; internal init; }

    /// <summary>The customer's acts in reliance on the promise.</summary>
    public ValueList<RelianceAct> RelianceActs { get; internal init; }

    /// <summary>The notes of colleagues.</summary>
    public ValueList<Note> Notes { get; internal init; }

    /// <summary>Our statement that it is done, or null until then and again after a dispute.</summary>
    public Statement? Statement { get; internal init; }

    /// <summary>How often the customer said that it is not done, what it is the rest of or took the place of counted with it.</summary>
    internal int Objections { get; init; }

    /// <summary>The latest of the customer's own accounts, oldest first: 100, or fewer where they are long. The entries keep all.</summary>
    public ValueList<CustomerAccount> CustomerAccounts { get; internal init; }

    /// <summary>How many accounts of the customer were recorded.</summary>
    public int AccountsRecorded { get; internal init; }

    /// <summary>Whether it was closed because the customer did not speak up in the time that was announced.</summary>
    public bool WasAcceptedBySilence { get; internal init; }

    /// <summary>How it was closed, or null while it is open.</summary>
    public Closing? Closing { get; internal init; }

    /// <summary>Whether it is not closed yet.</summary>
    public bool IsOpen => Closing is null;

    /// <summary>Whether it is open and more than a request or an offer.</summary>
    public bool IsPromised => IsOpen && Bindingness is Bindingness.Conditional or Bindingness.Bound;

    /// <summary>Whether it is promised, open, and not worked on as parts.</summary>
    public bool Stands => IsPromised && !IsSplit;

    /// <summary>Whether it is a part of a split that the customer has not agreed to, so that nothing is promised and nothing can be stated yet.</summary>
    public bool AwaitsConsent => Bindingness == Bindingness.Unbound && Whole is not null;

    /// <summary>Whether it is open and nobody named a date for it, so that nobody can say when it is broken, or when an answer is due.</summary>
    public bool IsVague => IsOpen && !IsSplit && !AwaitsConsent && WatchedDue is null;

    /// <summary>Whether it was split, so that its parts are worked on in its place.</summary>
    public bool IsSplit => !Parts.IsEmpty;

    /// <summary>The preconditions that are not true yet, all of them at once.</summary>
    public IEnumerable<Precondition> UnmetPreconditions =>
        Promise.Preconditions.IsEmpty ? [] : Promise.Preconditions.Where(condition => !MetPreconditions.Any(met => condition.IsNamed(met.Name)));

    /// <summary>Whether everything that is missing is the customer's to bring about, and something is.</summary>
    public bool WaitsForCustomer =>
        Bindingness == Bindingness.Conditional && UnmetPreconditions.Any() && UnmetPreconditions.All(condition => condition.By == Party.Customer);

    /// <summary>Whether some of what it needs is there and some is missing: not ready, though it may look so.</summary>
    public bool IsHalfActivated => Stands && !MetPreconditions.IsEmpty && UnmetPreconditions.Any();

    /// <summary>The choices that the customer has not made yet.</summary>
    public ValueList<Choice> OpenChoices => Promise.Choices.IsEmpty ? [] : [.. Promise.Choices.Where(choice => !ChoicesMade.Any(choice.IsNamed))];

    /// <summary>How much hangs on it: one step for others who rely on it or what the customer did because of it, one for a doubt that we answered.</summary>
    public Stakes Stakes =>
        (Stakes)((Promise.Beneficiaries > 0 || Held.Beneficiaries > 0 || !RelianceActs.IsEmpty ? 1 : 0) + (Doubt is not null && !Assurances.IsEmpty ? 1 : 0));

    /// <summary>Where it stands on the three stored axes.</summary>
    public Standing Standing => new(Conversation, Bindingness, Clock.State);

    /// <summary>How it fares at a moment.</summary>
    public Health HealthAt(Instant now) =>
        Stands && Conversation is not Conversation.Stated && DueTimes is { } times ? times.HealthAt(now) : Health.OnTrack;

    /// <summary>
    /// When somebody has to look at it: when it is due; while it waits for the customer, the date that was told, to ask again; for a
    /// request or an offer the date that was named or asked for. Null when there is no date.
    /// </summary>
    public Instant? WatchedDue => DueTimes?.Due ?? DueBeforePause ?? Held.PromisedDue?.Due ?? (IsPromisedOrWas ? null : Promise.RequestedBy?.Due);

    /// <summary>
    /// The deadline of the words that stand, as the customer's pauses have moved it; null when they have none, and while such a pause keeps
    /// it open.
    /// </summary>
    public Deadline? CurrentDue =>
        AgreedPromise is null ? HeldDueNow
        : Promise.PromisedDue is not { MovesWithPauses: true } imposed ? Promise.PromisedDue
        : Clock.OpenPause is { On: Party.Customer } ? null : imposed.MovedTo(DueTimes?.Imposed ?? imposed.Due);

    /// <summary>Whether what was done was early, on time or late, and by how much; null until it is stated, and without a deadline.</summary>
    public Judgement? Judgement => Statement is { } statement && JudgedDue is { } due ? statement.Judge(Held.PromisedDue?.Opens, due) : null;

    /// <summary>The deadline that we are held to, as the customer's pauses have moved it; null when there is none, and while such a pause keeps it open.</summary>
    internal Deadline? HeldDueNow =>
        Held.PromisedDue is not { MovesWithPauses: true } told || !IsPromisedOrWas ? Held.PromisedDue : DueTimes is { } times ? told.MovedTo(times.Told) : null;

    /// <summary>The same, which while a pause keeps it open is the one before the pause.</summary>
    internal Deadline? HeldDue => ToldDue is { } due ? Held.PromisedDue?.MovedTo(due) : Held.PromisedDue;

    /// <summary>The date that the customer was told, as far as it is known while a pause keeps it open.</summary>
    internal Instant? ToldDue => DueTimes?.Told ?? DueBeforePause;

    /// <summary>The last instant at which it is kept in time: by the last date that the customer agreed to before it passed.</summary>
    internal Instant? JudgedDue => MissedDue ?? DueTimes?.Told;
}
