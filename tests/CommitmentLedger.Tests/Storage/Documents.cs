using NodaTime;

namespace CommitmentLedger.Tests.Storage;

/// <summary>A commitment and a record in which nothing is at its default.</summary>
internal static class Documents
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
    private static readonly WorkingCalendar Office = new WorkingCalendar("office", 3, Zone).WithWeekdays(OpenInterval.Between(new LocalTime(9, 0), new LocalTime(18, 0)));
    private static readonly LocalDateTime Saturday = new(2026, 11, 14, 15, 0);
    private static readonly Words Words = Words.Verbatim("Vier Erwachsene — نعم", Language.Of("de"));
    private static readonly Actor Asha = new(Team.Of("membership"), Person.Of("asha"), Channel.Phone);
    private static readonly Actor Bot = new(Team.Of("web"), CommitmentLedger.Bot.Of("helper"), Channel.Chat);
    private static readonly Evidence Evidence = Evidence.PrivateAt("recording/1");
    private static readonly Instant At = Some.Monday;

    private static readonly Deadline[] Deadlines =
    [
        Deadline.At(At, Zone, "at three"),
        Deadline.By(Saturday, Zone),
        Deadline.Between(Saturday, Saturday.PlusHours(2), Zone),
        Deadline.Within(BusinessTime.FromMinutes(90), At, Office, said: "within ninety minutes"),
        Deadline.Within(new BusinessDays(2, DayRule.AtClosing), At, Office),
        Deadline.Ahead(BusinessTime.FromHours(4), Deadline.By(Saturday, Zone), Office),
    ];

    private static readonly Term[] Terms =
    [
        Term.AtLeast("adults", 4), Term.Of("price", 119.50m), Term.Of("view", "sea"), Term.Of("breakfast", true), Term.Of("smoking", false),
        Term.AtMost("wait", decimal.MaxValue),
    ];

    private static readonly Precondition[] Preconditions = [Precondition.ByUs("stock", Team.Of("store")), Precondition.ByCustomer("deposit")];

    public static Promise Promise { get; } = new()
    {
        Words = Words,
        Terms = [.. Terms],
        Preconditions = [.. Preconditions],
        Choices = [Choice.Of("room", [Option.Of("suite") with { Brings = [.. Terms], Needs = [.. Preconditions] }, Option.Of("family")])],
        Readings = [Words, Words.Paraphrase("four beds")],
        RequestedBy = Deadlines[1],
        PromisedDue = Deadlines[2],
        InternalTarget = Deadlines[5],
        Matter = LookupKey.Booking("HX-2291"),
        LookupKeys = [LookupKey.Phone("+971 50")],
        Occasion = new Occasion("family reunion"),
        Beneficiaries = 3,
    };

    public static Commitment Commitment { get; } = new()
    {
        Id = CommitmentId.New(),
        Customer = Some.Guest,
        Reference = PromiseReference.FromNumber(ulong.MaxValue / 3),
        MadeAtVersion = 1L << 40,
        Promise = Promise,
        FirstPromise = new Promise { Words = Words, PromisedDue = Deadlines[3] },
        AgreedPromise = new Promise { Words = Words, PromisedDue = Deadlines[4] },
        FirstDue = At + Duration.FromHours(5),
        MissedDue = At + Duration.FromHours(6),
        DueBeforePause = At + Duration.FromHours(8),
        AgreedBy = Bot,
        AgreedAt = At + Duration.FromHours(9),
        Root = CommitmentId.New(),
        Whole = CommitmentId.New(),
        ReassessedDue = Deadlines[3],
        PromisedBy = Asha,
        PromisedAt = At,
        SettledAt = At + Duration.FromMinutes(1),
        Owner = Team.Of("reception"),
        Conversation = Conversation.Disputed,
        Bindingness = Bindingness.Superseded,
        Certainty = Certainty.Claimed,
        Clock = CommitmentClock.NotStarted.Start(At).Value.Pause(At, "parts", Party.Supplier).Value.Resume(At + Duration.FromHours(1)).Value
            .Retarget(At + Duration.FromHours(2)).Value.Pause(At + Duration.FromHours(3), "customer", Party.Customer).Value.Stop(At + Duration.FromHours(4)).Value,
        DueTimes = new DueTimes(At, At + Duration.FromDays(1), At + Duration.FromDays(2)) { Imposed = At + Duration.FromDays(3) },
        Lineage = new Lineage(LineageKind.RemainderOf, CommitmentId.New()),
        Parts = [CommitmentId.New(), CommitmentId.New()],
        ClosedParts = [new ClosedPart(CommitmentId.New(), Bindingness.KeptLate, Team.Of("field"), At, At + Duration.FromHours(7)), new ClosedPart(CommitmentId.New(), Bindingness.Broken, Team.Of("lab"), null, null)],
        Proposal = new ProposedChange(Asha, At, new Promise { Words = Words }, [CommitmentId.New()]),
        RefusedChanges = [new RefusedChange(Words, At, Asha)],
        ChangesRefused = 101,
        Consents = [new GivenConsent(new Consent("guest", Words), At, Bot)],
        ConsentsGiven = 102,
        UnilateralChanges = 2,
        Extension = new ApprovedExtension(Asha, Deadlines[0], Deadlines[4]),
        Handoff = new PendingHandoff(Team.Of("night desk"), Asha, At, Deadlines[0], Words),
        Assurances = [new Assurance(Bot, At, Basis.SourceSystem, Words, [.. Terms]) { PromisedDue = Deadlines[3] }, new Assurance(Asha, At, Basis.Word, null, [])],
        OutdatedAssurances = 1,
        Doubt = new Doubt(3, At, At + Duration.FromDays(2), Asha, Words) { Inferred = 2 },
        MetPreconditions = [new MetPrecondition("deposit", At, Asha, Evidence)],
        ChoicesMade = ["room"],
        RelianceActs = [new RelianceAct(At, Words, Asha)],
        Notes = [new Note(Asha, At, Words, Evidence), new Note(Bot, At, null, null)],
        Statement = new Statement(Asha, At, [new TermOutcome("adults", 3), new TermOutcome("view", "garden") { IsMeasure = true }]) { SilenceAgrees = new SilenceAgrees(Deadlines[1], Channel.Email, At), TimesHeard = 1L << 33 },
        Objections = 4,
        CustomerAccounts = [new CustomerAccount(Words, At, Asha)],
        AccountsRecorded = 103,
        WasAcceptedBySilence = true,
        Closing = new CommitmentLedger.Closing(At, Asha, Words) { Dates = new ClosingDates(At, At + Duration.FromHours(1), null) },
        FormerKeys = [LookupKey.Booking("HX-2290")],
    };

    public static CustomerHistory History { get; } = new()
    {
        Promised = 1,
        Claimed = 2,
        Kept = 3,
        KeptLate = 4,
        PartiallyKept = 5,
        Broken = 6,
        BrokenPromises =
        [
            new BrokenPromise(CommitmentId.New(), PromiseReference.FromNumber(7), LookupKey.Booking("HX-2291"), "4 adults", Bindingness.Broken, At, Team.Of("reception"), "three only", IsAgreed: true),
            new BrokenPromise(CommitmentId.New(), PromiseReference.FromNumber(8), null, "2 beds", Bindingness.Withdrawn, At, Team.Of("reception"), null, IsAgreed: false),
        ],
        Released = 7,
        Withdrawn = 8,
        Expired = 9,
        Superseded = int.MaxValue,
        ChangedAtVersion = 1L << 40,
        Briefings = 10,
        LastBriefings = [new TeamBriefing(Team.Of("reception"), At)],
        Interactions = 11,
        UnbriefedInteractions = 12,
        OpenInteractions = [new OpenInteraction(InteractionId.New(), new Occasion("check-in"), Asha, At)],
    };
}
