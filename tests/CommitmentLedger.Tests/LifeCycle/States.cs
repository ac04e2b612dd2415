using NodaTime;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>The ways in which a commitment can stand that make a difference to a verb, each with a story that leads there.</summary>
internal static class States
{
    /// <summary>Where nothing was said yet.</summary>
    public const string Nothing = "nothing yet";

    private static readonly WorkingCalendar ShorterHours =
        new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-12:00"));

    private static readonly Choice Payment = Choice.Of("payment", [Option.Of("UPI"), Option.Of("card")]);

    private static readonly (string Name, Func<Story, Story> Lead)[] Ways =
    [
        (Nothing, story => story),
        ("requested", story => story.Given(new Request(story.Id, Words))),
        ("offered", story => story.Given(new Offer(story.Id, Words))),
        ("countered", story => story.Given(new Offer(story.Id, Words)).Given(new Counter(story.Id, Words))),
        ("declined", story => story.Given(new Offer(story.Id, Words)).Given(new Decline(story.Id, Some.Words()))),
        ("offer withdrawn", story => story.Given(new Offer(story.Id, Words)).Given(new Withdraw(story.Id, Some.Words()))),
        ("conditional", story => story.GivenPromise(Words with { Preconditions = [Precondition.ByUs("checked")] })),
        ("waits for customer", story => story.GivenPromise(Words with { Preconditions = [Precondition.ByCustomer("paid")] })),
        ("bound", story => story.GivenPromise(Words)),
        ("claimed", story => story.Given(new Claim(story.Id, Words))),
        ("ambiguous", story => story.GivenPromise(Words with { Readings = [Some.Words("two beds"), Some.Words("two rooms")] })),
        ("choice open", story => story.GivenPromise(Words with { Choices = [Payment] })),
        ("paused", story => story.GivenPromise(Words).Given(new Pause(story.Id, Party.Us, "system is down"))),
        ("handoff offered", story => story.GivenPromise(Words).Given(new OfferHandoff(story.Id, Some.Reception.Team, Some.Due()))),
        ("change proposed", story => story.GivenPromise(Words).Given(new Renegotiate(story.Id, OtherWords))),
        ("split proposed", story => story.GivenPromise(Words).Given(new Split(story.Id, Parts(CommitmentId.New()), null))),
        ("part proposed", PartProposed),
        ("split", story => story.GivenPromise(Words).Given(new Split(story.Id, Parts(CommitmentId.New()), Some.Consent()))),
        ("stated", story => story.GivenPromise(Words).Given(new StateDone(story.Id))),
        ("disputed", story => story.GivenPromise(Words).Given(new StateDone(story.Id)).Given(new Dispute(story.Id, Some.Words()))),
        ("accepted", story => story.GivenPromise(Words).Given(new StateDone(story.Id)).Given(new Accept(story.Id, Some.Yes()))),
        ("accepted by silence", AcceptedBySilence),
        ("broken", story => story.GivenPromise(Words).Given(new Break(story.Id, Some.Words()))),
        ("released", story => story.GivenPromise(Words).Given(new Release(story.Id, Some.Words()))),
        ("withdrawn", story => story.GivenPromise(Words).Given(new Withdraw(story.Id, Some.Words()))),
        ("expired", story => story.GivenPromise(Words with { Preconditions = [Precondition.ByCustomer("paid")] }).Given(new Expire(story.Id, Some.Words()))),
        ("carried forward", story => story.GivenPromise(Words).Given(Rows.CarryForward(story.Id))),
    ];

    public static string[] Names { get; } = [.. Ways.Select(way => way.Name)];

    /// <summary>Words whose date counts by a calendar of which there is a later version, so that they can be reassessed.</summary>
    public static Promise Words => Some.Promise() with
    {
        PromisedDue = Deadline.Within(BusinessTime.FromHours(100), Some.Monday, Some.CentreHours),
    };

    public static Promise OtherWords => Words with { Terms = [Term.Of("adults", 3)] };

    /// <summary>A story that has led to a state.</summary>
    public static Story Of(string name) =>
        Ways.Single(way => way.Name == name).Lead(new Story { Calendars = new Calendars([Some.CentreHours, ShorterHours]) });

    public static ValueList<Part> Parts(CommitmentId first) =>
        [new Part(first, Some.Promise(Term.Of("adults", 4))), new Part(CommitmentId.New(), Some.Promise(Term.Of("extra-beds", 2)))];

    private static Story PartProposed(Story story)
    {
        var whole = CommitmentId.New();
        return story.Given(new MakePromise(whole, Words)).Given(new Split(whole, Parts(story.Id), null));
    }

    private static Story AcceptedBySilence(Story story)
    {
        var told = new SilenceAgrees(Some.Due(Some.Monday + Duration.FromDays(1)), Channel.Email, Some.Monday);
        story.GivenPromise(Words).Given(new StateDone(story.Id) { SilenceAgrees = told });
        return story.After(Duration.FromDays(2)).Given(new Accept(story.Id) { BySilence = true });
    }
}
