using CommitmentLedger.Hostile;
using CommitmentLedger.Storage;
using NodaTime;
using NodaTime.TimeZones;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>What could not be read again is refused when it is given, with an exception that names it.</summary>
public sealed class MistakenInputTests : IAsyncDisposable
{
    private readonly Ledger _ledger = new(new InMemoryLedgerStore(), time: new ManualTime(Some.Monday));
    private readonly CommitmentId _id = CommitmentId.New();

    private ActingLedger Membership => _ledger.ActingAs(Some.Membership);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task A_value_that_an_enumeration_has_not_is_refused()
    {
        await Membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        await IsRefusedAsync(new Confirm(_id, (Basis)99), "*Confirm.Basis has none of its named values*");
        await IsRefusedAsync(new Pause(_id, (Party)(-1), "why"), "*Pause.On has none of its named values*");
        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_part_that_is_missing_is_named()
    {
        Promise wordless = Some.Promise() with { Words = null! };
        await IsRefusedAsync(new MakePromise(_id, wordless), "*Promise.Words is null*");
        await IsRefusedAsync(new MakePromise(_id, null!), "*MakePromise.Promise is null*");
        await IsRefusedAsync(new GiveConsent(_id, null!), "*GiveConsent.Consent is null*");
        await IsRefusedAsync(new Reassess(_id, null!), "*Reassess.Reason is null*");
        await IsRefusedAsync(new Split(_id, [new Part(CommitmentId.New(), null!), new Part(CommitmentId.New(), Some.Promise())], Some.Consent()), "*Part.Promise is null*");
        await IsRefusedAsync(new Split(_id, [new Part(default, Some.Promise()), new Part(CommitmentId.New(), Some.Promise())], Some.Consent()), "*CommitmentId*");
        FluentActions.Invoking(() => new Consent("asha", null!)).Should().Throw<ArgumentNullException>().WithParameterName("shown");
    }

    [Fact]
    public void Nothing_in_a_list_of_a_calendars_or_of_the_options_is_null()
    {
        var calendar = new WorkingCalendar("office", 1, Some.Dubai);
        var options = new LedgerOptions { Calendars = { null! } };

        FluentActions.Invoking(() => calendar.WithSpecialDays([null!])).Should().Throw<ArgumentException>().WithParameterName("specialDays").WithMessage("An element is null*");
        FluentActions.Invoking(() => calendar.WithClosedPeriods([null!])).Should().Throw<ArgumentException>().WithParameterName("closedPeriods").WithMessage("An element is null*");
        FluentActions.Invoking(() => calendar.WithClosedPeriods(null!)).Should().Throw<ArgumentNullException>().WithParameterName("closedPeriods");
        FluentActions.Invoking(() => new Ledger(new InMemoryLedgerStore(), options)).Should().Throw<ArgumentException>().WithMessage("LedgerOptions.Calendars[0] is null*");
    }

    [Fact]
    public void What_is_compared_with_nothing_is_named()
    {
        Term term = Term.Of("adults", 4);
        Commitment commitment = new Story().GivenPromise().It;

        FluentActions.Invoking(() => term.SaysTheSameAs(null!)).Should().Throw<ArgumentNullException>().WithParameterName("other");
        FluentActions.Invoking(() => term.Contradicts(null!)).Should().Throw<ArgumentNullException>().WithParameterName("other");
        FluentActions.Invoking(() => commitment.Contradicts(null!)).Should().Throw<ArgumentNullException>().WithParameterName("other");
        FluentActions.Invoking(() => new TermOutcome("adults", 4).IsFor(null!)).Should().Throw<ArgumentNullException>().WithParameterName("term");
    }

    [Fact]
    public void Nothing_in_a_list_is_null()
    {
        Action[] mistakes =
        [
            () => _ = Some.Promise() with { Terms = [null!] },
            () => _ = Some.Promise() with { Preconditions = [null!] },
            () => _ = Some.Promise() with { Choices = [null!] },
            () => _ = Some.Promise() with { Readings = [null!] },
            () => _ = Some.Promise() with { LookupKeys = [null!] },
            () => _ = new StateDone(_id) { Outcomes = [null!] },
            () => _ = new Split(_id, [null!], Some.Consent()),
            () => _ = Choice.Of("payment", [null!]),
            () => _ = Option.Of("card") with { Needs = [null!] },
            () => _ = default(ValueList<Term>).Add(null!),
        ];

        foreach (Action mistake in mistakes) mistake.Should().Throw<ArgumentException>().WithMessage("Element 0 of this list of * is null*");
    }

    [Fact]
    public void A_deadline_in_a_zone_that_cannot_be_found_again_is_refused()
    {
        DateTimeZone[] zones =
        [
            BclDateTimeZone.FromTimeZoneInfo(TimeZoneInfo.CreateCustomTimeZone("W. Europe Standard Time", TimeSpan.FromHours(1), displayName: null, standardDisplayName: null)),
            new StrangeZone("Europe/Atlantis"),
            new StrangeZone("UTC+99"),
        ];
        var local = new LocalDateTime(2026, 11, 14, 15, 0);

        foreach (DateTimeZone zone in zones)
        {
            IsRefused(() => Deadline.At(Some.CheckIn, zone));
            IsRefused(() => Deadline.By(local, zone));
            IsRefused(() => Deadline.TryBetween(local, local.PlusHours(2), zone));
            IsRefused(() => Deadline.TryWithin(BusinessTime.FromHours(2), Some.Monday, Some.CentreHours, zone));
            IsRefused(() => Deadline.TryAhead(BusinessTime.FromHours(2), Some.Due(), Some.CentreHours, zone));
            IsRefused(() => _ = new WorkingCalendar("centre", 1, zone));
            IsRefused(() => _ = new ClosedPeriod(local, local.PlusHours(1), "power cut", zone));
            IsRefused(() => _ = new Ledger(new InMemoryLedgerStore(), new LedgerOptions { Zone = zone }));
        }

        Deadline.At(Some.CheckIn, DateTimeZone.ForOffset(Offset.FromHoursAndMinutes(5, 45))).Zone.Id.Should().Be("UTC+05:45");

        static void IsRefused(Action make) => make.Should().Throw<ArgumentException>().WithMessage("*tz database*");
    }

    [Fact]
    public void What_happened_before_1900_is_refused() =>
        FluentActions.Invoking(() => new Resume(_id) { OccurredAt = Instant.MinValue }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*before 1900*");

    [Fact]
    public async Task Equal_numbers_are_one_command()
    {
        await Membership.For(Some.Guest).PromiseAsync(_id, Some.Promise(Term.Of("adults", 4)));

        Receipt again = await Membership.For(Some.Guest).PromiseAsync(_id, Some.Promise(Term.Of("adults", 4.00m)));

        again.Terms.ToString().Should().NotContain("4.0");
        Term.Of("adults", 4.0m).ToString().Should().Be("4 adults");
        Term.Of("price", 49.90m).ToString().Should().Be("49.9 price");
        new decimal[] { decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -1.5m, 100m }
            .Should().OnlyContain(number => ((TermValue)number).AsNumber == number);
        ((TermValue)(-0.0m)).ToString().Should().Be("0");
    }

    [Fact]
    public async Task Names_are_the_same_in_any_normal_form()
    {
        const string Composed = "Ausweis ge\u00E4ndert";
        const string Decomposed = "Ausweis gea\u0308ndert";
        Promise promise = Some.Promise(Term.Of(Composed, 1)) with
        {
            Preconditions = [Precondition.ByUs(Composed)],
            Choices = [Choice.Of(Composed, [Option.Of(Composed), Option.Of("card")])],
        };
        await Membership.For(Some.Guest).PromiseAsync(_id, promise);

        await Membership.For(Some.Guest).MeetPreconditionAsync(_id, Decomposed.ToUpperInvariant());
        await Membership.For(Some.Guest).ChooseAsync(_id, Decomposed, Decomposed);
        await Membership.For(Some.Guest).PauseAsync(_id, Party.Us, Decomposed);
        await Membership.For(Some.Guest).StateDoneAsync(_id, [new TermOutcome(Decomposed, Composed)]);

        Precondition.ByUs(Composed).IsNamed(Decomposed).Should().BeTrue();
        Choice.Of(Composed, [Option.Of("card")]).IsNamed(Decomposed).Should().BeTrue();
        new TermOutcome(Decomposed, 1).Term.Should().Be(Composed);
        new Pause(_id, Party.Us, Decomposed).Reason.Should().Be(Composed);
        new Consent(Decomposed, Some.Words()).AgreedBy.Should().Be(Composed);
        Evidence.At(Decomposed).Link.Should().Be(Composed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0007b")]
    [InlineData("a\u200Bb")]
    public void Names_of_commands_are_bounded_like_all_others(string name)
    {
        string longName = new('x', 61);
        foreach (string unusable in new[] { name, longName, null! })
        {
            FluentActions.Invoking(() => new MeetPrecondition(_id, unusable)).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => new Choose(_id, unusable, "card")).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => new Choose(_id, "payment", unusable)).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => new TermOutcome(unusable, 1)).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => new Choose(_id, "payment", "card") with { Option = unusable }).Should().Throw<ArgumentException>();
        }
    }

    private async Task IsRefusedAsync(Command command, string message) =>
        (await FluentActions.Awaiting(() => Membership.For(Some.Guest).TryAsync(command)).Should().ThrowAsync<ArgumentException>()).WithMessage(message);

    [Fact]
    public void What_happened_when_1900_began_is_kept() =>
        (new Resume(_id) { OccurredAt = Instant.FromUtc(1900, 1, 1, 0, 0) }).OccurredAt.Should().Be(Instant.FromUtc(1900, 1, 1, 0, 0));

    [Fact]
    public async Task A_command_that_lacks_whom_it_is_from_or_what_it_asks_for_is_refused_as_such()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        TenantId tenant = TenantId.Of("default");
        var note = new AddNote(CommitmentId.New(), Some.Words());
        Func<AddressedCommand>[] lacking =
        [
            () => new AddressedCommand(tenant, Some.Guest, null!, note),
            () => new AddressedCommand(tenant, Some.Guest, Some.Membership, null!),
            () => new AddressedCommand(tenant, Some.Guest, Some.Membership, note) with { By = null! },
            () => new AddressedCommand(tenant, Some.Guest, Some.Membership, note) with { Command = null! },
            () => new AddressedCommand(tenant, Some.Guest, Some.Membership, new AddNote(CommitmentId.New(), null!)),
            () => new AddressedCommand(tenant, Some.Guest, Some.Membership, new AddNote(default, Some.Words())),
        ];

        foreach (Func<AddressedCommand> make in lacking)
        {
            FluentActions.Invoking(() => make().ToJson()).Should().Throw<ArgumentException>();
            await ledger.Awaiting(it => it.SettleAsync(make())).Should().ThrowAsync<ArgumentException>();
        }
    }

    [Fact]
    public void An_addressed_command_names_a_company_and_a_customer()
    {
        var note = new AddNote(CommitmentId.New(), Some.Words());
        Action noTenant = () => _ = new AddressedCommand(default, Some.Guest, Some.Membership, note);
        Action noCustomer = () => _ = new AddressedCommand(TenantId.Of("default"), default, Some.Membership, note);

        noTenant.Should().Throw<InvalidOperationException>().WithMessage("*TenantId.Of*");
        noCustomer.Should().Throw<InvalidOperationException>().WithMessage("*CustomerId.Of*");
    }

    [Theory]
    [InlineData(-18)]
    [InlineData(-3)]
    [InlineData(18)]
    public void A_deadline_by_rules_of_ones_own_can_be_read_back_or_is_refused(int ahead)
    {
        var zone = new StrangeZone("Asia/Dubai", ahead);
        LocalDateTime[] times = [new(1900, 1, 1, 0, 30), new(1900, 1, 1, 3, 59), new(1900, 1, 1, 18, 30), new(2199, 12, 31, 23, 59), new(2200, 1, 1, 3, 0), new(2026, 11, 14, 15, 0)];
        int made = 0;
        foreach (LocalDateTime local in times)
        {
            foreach (Func<Deadline> make in new Func<Deadline>[] { () => Deadline.By(local, zone), () => Deadline.Between(local, local.PlusMinutes(10), zone) })
            {
                Deadline? deadline = null;
                try
                {
                    deadline = make();
                }
                catch (ArgumentException refused)
                {
                    refused.Message.Should().Contain("years 1900 to 2199");
                }

                if (deadline is null) continue;
                made++;
                Deadline.Parse(deadline.ToString()).Due.Should().Be(deadline.Due);
            }
        }

        made.Should().BePositive();
    }
}
