using NodaTime;

namespace CommitmentLedger;

/// <summary>A promise and what became of it, from the first question to the accepted result.</summary>
public sealed partial record Commitment
{
    /// <summary>Which commitment; the same through every handoff.</summary>
    public required CommitmentId Id { get; init; }

    /// <summary>Whom it is owed to.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The code on the customer's receipt.</summary>
    public required PromiseReference Reference { get; init; }

    /// <summary>The version of the entry that made it: commitments of one customer are in this order.</summary>
    public required long MadeAtVersion { get; init; }

    /// <summary>The words that stand and what they oblige us to; before a promise, what is asked for or offered.</summary>
    public required Promise Promise { get; init; }

    /// <summary>The words first given, kept for ever when they were renegotiated since; null when the first still stand.</summary>
    public Promise? FirstPromise { get; init; }

    /// <summary>The keys that find it because of words that stood before: the latest 100 that the standing words do not have.</summary>
    public ValueList<LookupKey> FormerKeys { get; init; }

    /// <summary>Who gave the words that stand.</summary>
    public required Actor PromisedBy { get; init; }

    /// <summary>When the words that stand were given.</summary>
    public required Instant PromisedAt { get; init; }

    /// <summary>The team that is responsible now. There is always one.</summary>
    public required Team Owner { get; init; }

    /// <summary>How far the conversation with the customer has come.</summary>
    public Conversation Conversation { get; init; }

    /// <summary>Whether the company is bound, and how that ended.</summary>
    public Bindingness Bindingness { get; init; }

    /// <summary>Whether time counts.</summary>
    public CommitmentClock Clock { get; init; } = CommitmentClock.NotStarted;

    /// <summary>The instants that it is watched by; null when it has no deadline, and while a pause keeps a counted deadline open.</summary>
    public DueTimes? DueTimes { get; init; }

    /// <summary>How sure we are that the words were given.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Which commitment it came from, or null.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>The commitments that it was split into; empty when it was not.</summary>
    public ValueList<CommitmentId> Parts { get; init; }

    /// <summary>Whether a change waits for the customer's consent, so that the work cannot be stated yet.</summary>
    public bool AwaitsConsent { get; init; }

    /// <summary>The consents that were given, oldest first.</summary>
    public ValueList<GivenConsent> Consents { get; init; }

    /// <summary>How often the words were changed without the customer's consent.</summary>
    public int UnilateralChanges { get; init; }

    /// <summary>The approved exception that it stands on, or null.</summary>
    public ApprovedException? Exception { get; init; }

    /// <summary>The handoff that waits for an answer, or null.</summary>
    public PendingHandoff? Handoff { get; init; }

    /// <summary>The promises that could not be kept together with this one when its words were given, at most 100.</summary>
    public ValueList<CommitmentId> Contradictions { get; init; }

    /// <summary>Who confirmed the promise since, in the order in which they did.</summary>
    public ValueList<Assurance> Assurances { get; init; }

    /// <summary>That the customer asked for reassurance, or null when that never happened.</summary>
    public Reassurance? Reassurance { get; init; }

    /// <summary>The preconditions that are true now.</summary>
    public ValueList<MetPrecondition> MetPreconditions { get; init; }

    /// <summary>The names of the choices that the customer made.</summary>
    public ValueList<string> ChoicesMade { get; init; }

    /// <summary>What the customer did because of the promise.</summary>
    public ValueList<RelianceAct> RelianceActs { get; init; }

    /// <summary>What colleagues noted about it.</summary>
    public ValueList<Note> Notes { get; init; }

    /// <summary>That we say it is done, or null until we do and again after a dispute.</summary>
    public Statement? Statement { get; init; }

    /// <summary>What the customer said about it.</summary>
    public ValueList<CustomerAccount> CustomerAccounts { get; init; }

    /// <summary>Whether it was closed because the customer did not speak up in the time that was announced.</summary>
    public bool WasAcceptedBySilence { get; init; }

    /// <summary>How it was closed, or null while it is open.</summary>
    public Closing? Closing { get; init; }

    /// <summary>Whether it is not closed yet.</summary>
    public bool IsOpen => Closing is null;

    /// <summary>Whether it is open and more than a request or an offer.</summary>
    public bool IsPromised => IsOpen && Bindingness is Bindingness.Conditional or Bindingness.Bound;

    /// <summary>Whether it is promised, open, and not worked on as parts.</summary>
    public bool Stands => IsPromised && !IsSplit;

    /// <summary>Whether it was promised without a deadline, so that nobody can say when it is broken.</summary>
    public bool IsVague => Stands && Promise.PromisedDue is null;

    /// <summary>Whether it was split, so that its parts are worked on in its place.</summary>
    public bool IsSplit => !Parts.IsEmpty;

    /// <summary>The preconditions that are not true yet, all of them at once.</summary>
    public IEnumerable<Precondition> UnmetPreconditions =>
        Promise.Preconditions.IsEmpty ? [] : Promise.Preconditions.Where(condition => !MetPreconditions.Any(met => condition.IsNamed(met.Name)));

    /// <summary>The choices that the customer has not made yet.</summary>
    public ValueList<Choice> OpenChoices => Promise.Choices.IsEmpty ? [] : [.. Promise.Choices.Where(choice => !ChoicesMade.Any(choice.IsNamed))];

    /// <summary>How many confirmations are independent of each other and of the promise: distinct by team and by what they rest on.</summary>
    public int IndependentConfirmations =>
        Assurances.Where(assurance => assurance.By.Team != PromisedBy.Team || assurance.Basis != Basis.Word)
            .DistinctBy(assurance => (assurance.By.Team, assurance.Basis)).Count();

    /// <summary>How much hangs on it: one step for others who rely on it or what the customer did because of it, one for reassurance that was given.</summary>
    public Severity Severity =>
        (Severity)((Promise.Beneficiaries > 0 || !RelianceActs.IsEmpty ? 1 : 0) + (Reassurance is not null && !Assurances.IsEmpty ? 1 : 0));

    /// <summary>Where it stands on the three stored axes.</summary>
    public Standing Standing => new(Conversation, Bindingness, Clock.State);

    /// <summary>How it fares at a moment.</summary>
    public Health HealthAt(Instant now) =>
        Stands && Conversation is not Conversation.Stated && DueTimes is { } times ? times.HealthAt(now) : Health.OnTrack;

    /// <summary>When it is due as things stand: for a request or an offer the date that was asked for or named; null when there is none, or a pause keeps it open.</summary>
    public Instant? WatchedDue => IsPromisedOrWas ? DueTimes?.Due : Promise.PromisedDue?.Due;

    /// <summary>Whether what was done was early, on time or late, and by how much; null until it is stated, and without a deadline.</summary>
    public Judgement? Judgement => Statement is { } statement && DueTimes is { } times ? statement.Judge(Promise.PromisedDue?.Opens, times.Due) : null;

    /// <summary>Whether both are promises about the same matter that cannot both be kept.</summary>
    public bool Contradicts(Commitment other) =>
        Id != other.Id && Stands && other.Stands && !IsPartBeside(other) && Promise.Contradicts(other.Promise);

    private bool IsPartBeside(Commitment other) => Lineage is { Kind: LineageKind.PartOf } && Lineage == other.Lineage;
}
