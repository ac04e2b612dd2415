using NodaTime;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>Each verb as somebody would send it about the commitment of a story, from whom it takes: a row of the matrix each.</summary>
internal static class Rows
{
    private static readonly (string Name, Func<Story, Command> Ask, Actor By)[] Asked =
    [
        ("accept", story => new Accept(story.Id, Some.Yes()), Some.Membership),
        ("accept-handoff", story => new AcceptHandoff(story.Id, Known(story)?.Held.Terms ?? []), Some.Reception),
        ("add-note", story => new AddNote(story.Id, Some.Words()), Some.Membership),
        ("ask-again", story => new AskAgain(story.Id), Some.Membership),
        ("break", story => new Break(story.Id, Some.Words()), Some.Membership),
        ("brief", _ => new Brief(new Occasion("check-in")), Some.Membership),
        ("carry-forward", story => CarryForward(story.Id), Some.Membership),
        ("choose", story => new Choose(story.Id, "payment", "card"), Some.Membership),
        ("claim", story => new Claim(story.Id, States.Words), Some.Membership),
        ("clarify", story => new Clarify(story.Id, Some.Words("two beds")), Some.Membership),
        ("confirm", story => new Confirm(story.Id, Basis.Policy), Some.Reception),
        ("corroborate", story => new Corroborate(story.Id, Evidence.At("call"), Some.PhoneLine), Some.Membership),
        ("counter", story => new Counter(story.Id, States.OtherWords), Some.Membership),
        ("decline", story => new Decline(story.Id, Some.Words()), Some.Membership),
        ("decline-handoff", story => new DeclineHandoff(story.Id, Some.Words()), Some.Reception),
        ("dispute", story => new Dispute(story.Id, Some.Words()), Some.Membership),
        ("end-interaction", EndInteraction, Some.Membership),
        ("expire", story => new Expire(story.Id, Some.Words()), Some.Membership),
        ("give-consent", story => new GiveConsent(story.Id, Some.Consent()), Some.Membership),
        ("meet-precondition", story => new MeetPrecondition(story.Id, Known(story)?.UnmetPreconditions.FirstOrDefault()?.Name ?? "checked"), Some.Membership),
        ("offer", story => new Offer(story.Id, States.OtherWords), Some.Membership),
        ("offer-handoff", story => new OfferHandoff(story.Id, Some.Housekeeping.Team, Some.Due()), Some.Membership),
        ("pause", story => new Pause(story.Id, Party.Us, "system is down"), Some.Membership),
        ("promise", story => new MakePromise(story.Id, States.Words), Some.Membership),
        ("reassess", story => new Reassess(story.Id, Some.Words()), Some.Membership),
        ("record-account", story => new RecordAccount(story.Id, Some.Words()), Some.Membership),
        ("refuse-change", story => new RefuseChange(story.Id, Some.Words()), Some.Membership),
        ("release", story => new Release(story.Id, Some.Words()), Some.Membership),
        ("rely", story => new Rely(story.Id, Some.Words()), Some.Membership),
        ("renegotiate", story => new Renegotiate(story.Id, States.OtherWords), Some.Membership),
        ("renegotiate, agreed", story => new Renegotiate(story.Id, States.OtherWords) { Consent = Some.Consent() }, Some.Membership),
        ("request", story => new Request(story.Id, States.Words), Some.Membership),
        ("resume", story => new Resume(story.Id), Some.Membership),
        ("retract-handoff", story => new RetractHandoff(story.Id, Some.Words()), Some.Membership),
        ("split", story => new Split(story.Id, States.Parts(CommitmentId.New()), Consent: null), Some.Membership),
        ("split, agreed", story => new Split(story.Id, States.Parts(CommitmentId.New()), Some.Consent()), Some.Membership),
        ("start-interaction", _ => new StartInteraction(InteractionId.New(), new Occasion("check-in")), Some.Membership),
        ("state-done", story => new StateDone(story.Id), Some.Membership),
        ("withdraw", story => new Withdraw(story.Id, Some.Words()), Some.Membership),
    ];

    public static string[] Names { get; } = [.. Asked.Select(row => row.Name)];

    /// <summary>The verb of a row.</summary>
    public static Verb VerbOf(string row) => Verbs.Find(row.Split(',')[0])!;

    /// <summary>The command of a row, about the commitment of a story.</summary>
    public static Command CommandOf(string row, Story story) => Asked.Single(asked => asked.Name == row).Ask(story);

    /// <summary>Asks for what a row says.</summary>
    public static Story When(this Story story, string row, Func<Command, Command>? change = null)
    {
        Command command = CommandOf(row, story);
        return story.When(change?.Invoke(command) ?? command, Asked.Single(asked => asked.Name == row).By);
    }

    public static Commitment? Known(Story story) => story.Record.Find(story.Id);

    public static CarryForward CarryForward(CommitmentId id) =>
        new(id, CommitmentId.New(), Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Membership, Some.Words());

    private static EndInteraction EndInteraction(Story story)
    {
        var interaction = InteractionId.New();
        story.Given(new StartInteraction(interaction, new Occasion("check-in")));
        return new EndInteraction(interaction);
    }
}
