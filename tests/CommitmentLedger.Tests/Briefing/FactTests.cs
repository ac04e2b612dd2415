using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Tests.Briefings;

/// <summary>That every kind of fact is told by some story with its data, and has them in the JSON beside the English.</summary>
public class FactTests
{
    private static readonly LineTimes Clock = new(Some.Monday, Some.Dubai, Some.Dubai);
    private static readonly Deadline Later = Some.Due(Some.CheckIn + Duration.FromHours(4));
    private static readonly ValueList<Term> Terms = Some.Promise().Terms, Three = [Term.Of("adults", 3)];
    private static readonly Words Given = Some.Promise().Words, Said = Some.Words();

    /// <summary>Every kind of fact, by the name in its JSON.</summary>
    private static readonly string[] Names =
        [.. typeof(BriefingFact).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    public static TheoryData<string> Kinds => [.. Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_told_by_some_story_and_its_json_has_its_kind_its_data_and_the_english(string kind)
    {
        (Briefing briefing, BriefingFact expected) = Told(kind);

        BriefingFact[] facts = [.. briefing.Lines.SelectMany(line => line.Facts)];
        facts.Should().Contain(expected);
        JsonElement json = Json(briefing, "facts").ElementAt(Array.IndexOf(facts, expected));
        IEnumerable<string> data = expected.GetType().GetProperties().Where(property => property.GetValue(expected) is not null).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        json.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo([.. data, "kind"]);
        json.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object && !property.Value.EnumerateObject().Any()).Should().BeEmpty("every value has a form of its own");
        (json.GetProperty("kind").GetString(), json.GetProperty("label").GetString(), json.GetProperty("text").GetString()).Should().Be((kind, expected.Label, expected.Text));
        kind.Should().MatchRegex("^[a-z]+(-[a-z]+)*$");
    }

    [Fact]
    public void Every_record_of_a_fact_is_in_the_list_of_kinds() =>
        typeof(BriefingFact).Assembly.GetTypes().Count(type => !type.IsAbstract && type.IsSubclassOf(typeof(BriefingFact))).Should().Be(Names.Length);

    [Fact]
    public void In_json_a_date_of_a_fact_has_its_wall_clock_its_offset_and_its_zone()
    {
        var window = Deadline.Between(new LocalDateTime(2026, 11, 14, 8, 0), new LocalDateTime(2026, 11, 14, 12, 0), Some.Dubai);
        Story story = new Story().GivenPromise();
        story.Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = window }));

        JsonElement due = Json(story.Brief(), "facts").Single(fact => fact.GetProperty("kind").GetString() == "proposed").GetProperty("due");

        due.EnumerateObject().Select(property => (property.Name, property.Value.GetString())).Should()
            .Equal(("opens", "2026-11-14T08:00:00+04:00"), ("due", "2026-11-14T12:00:00+04:00"), ("zone", "Asia/Dubai"));
    }

    [Fact]
    public void A_fact_is_the_same_whenever_it_is_read_and_another_by_another_clock()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { PromisedDue = null });
        ValueList<BriefingFact> facts = story.Brief().Lines.Single().Facts;

        story.After(Duration.FromDays(400)).Brief().Lines.Single().Facts.Should().Equal(facts);
        Briefing.Compose(story.Record, new Occasion("call"), story.Now, DateTimeZone.Utc).Lines.Single().Facts[0].Should().NotBe(facts[0]);
    }

    [Fact]
    public void A_fact_that_a_host_makes_for_its_own_tests_tells_its_time_in_UTC_with_the_year() =>
        new BriefingFact.StatedDone(Some.Reception, Some.CheckIn).ToString().Should().Be("Stated done: Sat 14 Nov 2026 11:00, by reception (noor), in person");

    [Fact]
    public void A_line_is_rendered_in_german_from_its_data_alone()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("Anzahlung")] });
        story.Given(new Confirm(story.Id, Basis.Policy, Said) { Terms = [Term.Of("adults", 4)] }, Some.PhoneLine).Given(new AskAgain(story.Id, Said), Some.PhoneLine);

        BriefingLine line = story.At(Some.CheckIn + Duration.FromHours(1)).Brief().Lines.Single();

        German(line).Should().Be("überfällig seit 15:00: 2 Teams 4 adults; 1 Team 2 extra-beds; es fehlt: Anzahlung");
        line.Facts.Select(German).Should().Equal(
            "Zugesagt am 2. November 10:00 von membership: 4 adults, 2 extra-beds",
            "Bestätigt am 2. November 10:00 von hotel phone line: nur 4 adults",
            "Nachgefragt: 1-mal, zuletzt am 2. November 10:00",
            "Es fehlt: Anzahlung (Kunde)",
            "Zuständig: membership",
            $"Kennung: {story.It.Reference}");
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(1, "2026-11-14T15:00:00+04:00", true)]
    public void In_json_a_line_says_since_when_it_is_overdue_and_why_it_stands_there(int hours, string? since, bool isDisputed)
    {
        Story story = new Story().GivenPromise();
        if (isDisputed) story.Given(new StateDone(story.Id)).Given(new Dispute(story.Id, Said));

        JsonElement line = Json(story.At(Some.CheckIn + Duration.FromHours(hours)).Brief()).Single();

        (line.TryGetProperty("overdueSince", out JsonElement overdue) ? overdue.GetString() : null).Should().Be(since);
        (line.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null).Should().Be(isDisputed ? "Disputed" : null);
    }

    [Fact]
    public void A_line_has_the_data_of_its_sentences()
    {
        Story paused = new Story().GivenPromise(Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(4), Some.Monday, Some.CentreHours) }), broken = new Story().GivenPromise();
        BriefingLine open = paused.Given(new Pause(paused.Id, Party.Customer, "waits for the passport")).After(Duration.FromDays(1)).Brief().Lines.Single();
        BriefingLine undated = new Story().GivenPromise(Some.Promise() with { PromisedDue = null }).Brief().Lines.Single();

        (open.IsDateOpen, open.OverdueSince, open.IsUndated).Should().Be((true, null, false));
        (undated.IsDateOpen, undated.IsUndated, undated.Reason).Should().Be((false, true, null));
        broken.Given(new Break(broken.Id, Said)).Brief().Lines.Single().Broken.Should().Be(broken.Record.History.BrokenPromises[0]);
    }

    private static IEnumerable<JsonElement> Json(Briefing briefing) => JsonDocument.Parse(briefing.ToJson()).RootElement.GetProperty("lines").EnumerateArray();

    private static IEnumerable<JsonElement> Json(Briefing briefing, string list) => Json(briefing).SelectMany(line => line.GetProperty(list).EnumerateArray());

    private static string German(BriefingLine line) =>
        $"überfällig seit {line.OverdueSince!.Value.Hour}:00: "
        + string.Join("; ", line.Said.Select(said => $"{said.Teams} Team{(said.Teams > 1 ? "s" : string.Empty)} {German(said.Terms)}"))
        + $"; es fehlt: {string.Join(", ", line.Missing.Select(missing => missing.Name))}";

    private static string German(BriefingFact fact) => fact switch
    {
        BriefingFact.Promised promised => $"Zugesagt am {German(promised)} von {promised.By.Team}: {German(promised.Terms)}",
        BriefingFact.Confirmed { Extent: ConfirmedExtent.Part } confirmed => $"Bestätigt am {German((BriefingFact.Dated)confirmed)} von {confirmed.By.Team}: nur {German(confirmed.Terms)}",
        BriefingFact.AskedAgain asked => $"Nachgefragt: {asked.Times}-mal, zuletzt am {German((BriefingFact.Dated)asked)}",
        BriefingFact.Missing { By: Party.Customer } missing => $"Es fehlt: {missing.Name} (Kunde)",
        BriefingFact.Responsible responsible => $"Zuständig: {responsible.Team}",
        BriefingFact.Reference reference => $"Kennung: {reference.Code}",
        _ => throw new NotSupportedException($"No German for {fact.GetType()}."),
    };

    private static string German(BriefingFact.Dated fact) => fact.At.InZone(fact.Zone).ToString("d. MMMM HH:mm", CultureInfo.GetCultureInfo("de-DE"));

    private static string German(ValueList<Term> terms) => string.Join(", ", terms.Select(term => $"{term.Value} {term.Name}"));

    /// <summary>A story in which a kind of fact is told, and the fact as it is to be.</summary>
    private static (Briefing Briefing, BriefingFact Expected) Told(string kind)
    {
        var story = new Story();
        CommitmentId other = CommitmentId.New(), third = CommitmentId.New();
        Deadline within = Deadline.Within(BusinessTime.FromHours(10), Some.Monday, Some.CentreHours);
        Precondition deposit = Precondition.ByUs("deposit", Team.Of("billing"));
        Promise relied = Some.Promise() with { Beneficiaries = 7, Occasion = new Occasion("family reunion"), Preconditions = [deposit] };
        switch (kind)
        {
            case "agreed":
            case "changed-by-us":
                story.GivenPromise().Given(new Renegotiate(story.Id, Some.Promise(Three[0]) with { PromisedDue = Later }) { IsUnilateral = true }, Some.Reception);
                return (story.Brief(), kind == "agreed" ? new BriefingFact.Agreed(Some.Membership, Terms, Some.Due()) { Words = Given }
                    : new BriefingFact.ChangedByUs(Some.Reception, Some.Monday, Three, Later) { Words = Given, Clock = Clock });
            case "asked":
                return (story.Given(new Request(story.Id, Some.Promise())).Brief(), new BriefingFact.Asked(Some.Membership, Some.Monday, Terms) { Words = Given, Clock = Clock });
            case "asked-again":
                story.GivenPromise().Given(new AskAgain(story.Id, Said), Some.PhoneLine).Given(new AskAgain(story.Id, Given), Some.Reception);
                return (story.Brief(), new BriefingFact.AskedAgain(Some.Reception, Some.Monday, Times: 2, Inferred: 0) { Words = Given, Clock = Clock });
            case "at-first":
                story.GivenPromise().Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Later }) { Consent = Some.Consent() });
                return (story.Brief(), new BriefingFact.AtFirst(Terms, Some.Due()) { Words = Given });
            case "at-stake":
                return (story.GivenPromise(relied).Brief(), new BriefingFact.AtStake(7));
            case "because":
                return (story.GivenPromise().Given(new Break(story.Id, Said)).Brief(), new BriefingFact.Because(Said.Text));
            case "change-refused":
            case "proposed":
                story.GivenPromise().Given(new Renegotiate(story.Id, Some.Promise(Three[0]) with { PromisedDue = Later }));
                if (kind == "proposed") return (story.Brief(), new BriefingFact.Proposed(Some.Membership, Some.Monday, Three, Later) { Words = Given, Clock = Clock });
                return (story.Given(new RefuseChange(story.Id, Said), Some.Reception).Brief(), new BriefingFact.ChangeRefused(Some.Reception, Some.Monday) { Words = Said, Clock = Clock });
            case "computed-anew":
                WorkingCalendar shorter = new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-12:00"));
                story = new Story { Calendars = new Calendars([Some.CentreHours, shorter]) };
                story.GivenPromise(Some.Promise() with { PromisedDue = within }).Given(new Reassess(story.Id, Said));
                return (story.Brief(), new BriefingFact.ComputedAnew(story.It.ReassessedDue!, within));
            case "confirmed":
                story.GivenPromise().Given(new Confirm(story.Id, Basis.Capacity, Said) { Terms = [Terms[0]] }, Some.Reception);
                return (story.Brief(), new BriefingFact.Confirmed(Some.Reception, Some.Monday, Basis.Capacity, [Terms[0]], ConfirmedExtent.Part, OtherDue: null) { Words = Said, Clock = Clock });
            case "contradicting":
                story.GivenPromise(Some.Promise() with { Preconditions = [deposit] }).Given(new MakePromise(other, Some.Promise(Three[0])), Some.Reception);
                return (story.Brief(), new BriefingFact.Contradicting(Some.Membership, Some.Monday, story.It.Reference, Some.Booking, Terms, ["deposit"], BriefingDate.Of(story.It)) { Words = Given, Clock = Clock });
            case "customer-said":
                return (story.GivenPromise().Given(new RecordAccount(story.Id, Said), Some.Reception).Brief(), new BriefingFact.CustomerSaid(Some.Reception, Some.Monday) { Words = Said, Clock = Clock });
            case "due-then":
            case "unread":
            case "what-to-do":
                var record = CustomerRecord.Of(Some.Guest, 3, new CustomerHistory(), [], [new UnreadableCommitment(other, IsOpen: true, Some.CheckIn, Some.Reception.Team)]);
                return (Briefing.Compose(record, new Occasion("call"), Some.Monday, Some.Dubai), kind switch
                {
                    "unread" => new BriefingFact.Unread(other),
                    "due-then" => new BriefingFact.DueThen(Some.CheckIn) { Clock = Clock },
                    _ => new BriefingFact.WhatToDo(),
                });
            case "exception":
                story.GivenPromise().Given(new CarryForward(story.Id, other, Later, Some.Reception, Said));
                return (story.Brief(), new BriefingFact.Exception(Later, Some.Due(), Some.Reception));
            case "for":
                return (story.GivenPromise(relied).Brief(), new BriefingFact.For(new Occasion("family reunion")));
            case "handoff":
                story.GivenPromise().Given(new OfferHandoff(story.Id, Some.Reception.Team, Some.Due(), Said));
                return (story.Brief(), new BriefingFact.Handoff(Some.Reception.Team, Some.Due(), HasLapsed: false) { Words = Said, Clock = Clock });
            case "late":
                story.GivenPromise().At(Later.Due).Given(new Renegotiate(story.Id, Some.Promise() with { PromisedDue = Some.Due(Later.Due + Duration.FromDays(1)) }) { Consent = Some.Consent() });
                return (story.Brief(), new BriefingFact.Late(Some.CheckIn) { Clock = Clock });
            case "meaning":
            case "not-clear":
                ValueList<Words> readings = kind == "meaning" ? [Said] : [Said, Given];
                return (story.GivenPromise(Some.Promise() with { Readings = readings }).Brief(), kind == "meaning" ? new BriefingFact.Meaning(Said) : new BriefingFact.NotClear(readings));
            case "missing":
                return (story.GivenPromise(relied).Brief(), new BriefingFact.Missing("deposit", Party.Us, Team.Of("billing")));
            case "not-as-promised":
                story.GivenPromise().Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 3)] });
                return (story.Brief(), new BriefingFact.NotAsPromised(Terms[0], 3));
            case "noted":
                story.GivenPromise().Given(new AddNote(story.Id, Said, Evidence.PrivateAt("chat/17")), Some.Reception);
                return (story.Brief(), new BriefingFact.Noted(Some.Reception, Some.Monday, Evidence: null, HasPrivateEvidence: true) { Words = Said, Clock = Clock });
            case "offered":
                return (story.Given(new Offer(story.Id, Some.Promise())).Brief(), new BriefingFact.Offered(Some.Membership, Some.Monday, Terms) { Words = Given, Clock = Clock });
            case "other-part":
            case "part-of":
            case "split-proposed":
                Promise part = Some.Promise(Terms[0]) with { Matter = null }, rest = Some.Promise(Terms[1]) with { Matter = null };
                story.GivenPromise().Given(new Split(story.Id, [new Part(other, part), new Part(third, rest)], Consent: null));
                if (kind == "split-proposed") return (story.Brief(), new BriefingFact.SplitProposed(Some.Membership, Some.Monday, [new ProposedPart(other, part.Terms, Given), new ProposedPart(third, rest.Terms, Given)]) { Clock = Clock });
                story.Given(new GiveConsent(story.Id, Some.Consent())).Given(new Break(other, Said));
                return (story.Brief(), kind == "part-of" ? new BriefingFact.PartOf(story.It.Reference, Terms) { Words = Given } : new BriefingFact.OtherPart(Bindingness.Broken, Some.Membership.Team));
            case "promised":
                return (story.GivenPromise().Brief(), new BriefingFact.Promised(Some.Membership, Some.Monday, Terms) { Words = Given, Clock = Clock });
            case "ready":
                story.GivenPromise(relied).Given(new MeetPrecondition(story.Id, "deposit", Evidence.At("payment/9")), Some.Reception);
                return (story.Brief(), new BriefingFact.Ready("deposit", Some.Reception, Some.Monday, Evidence.At("payment/9"), HasPrivateEvidence: false) { Clock = Clock });
            case "reference":
                return (story.GivenPromise().Brief(), new BriefingFact.Reference(story.It.Reference, Some.Booking));
            case "relied-on":
                return (story.GivenPromise().Given(new Rely(story.Id, Said)).Brief(), new BriefingFact.ReliedOn(Some.Monday) { Words = Said, Clock = Clock });
            case "responsible":
                return (story.GivenPromise().Brief(), new BriefingFact.Responsible(Some.Membership.Team));
            case "stated-done":
                return (story.GivenPromise().Given(new StateDone(story.Id), Some.Reception).Brief(), new BriefingFact.StatedDone(Some.Reception, Some.Monday) { Clock = Clock });
            case "told":
                return (story.Given(new Claim(story.Id, Some.Promise())).Brief(), new BriefingFact.Told(Some.Membership, Some.Monday, Terms) { Words = Given, Clock = Clock });
            default:
                throw new NotSupportedException($"There is no story that tells a fact of the kind {kind}.");
        }
    }
}
