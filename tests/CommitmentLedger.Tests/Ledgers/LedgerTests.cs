using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

public sealed class LedgerTests : IAsyncDisposable
{
    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly ManualTime _time = new(Some.Monday);
    private readonly Ledger _ledger;
    private readonly ActingLedger _membership;
    private readonly CommitmentId _id = CommitmentId.New();

    public LedgerTests()
    {
        _ledger = new Ledger(_store, new LedgerOptions { Zone = Some.Dubai }, _time);
        _membership = _ledger.ActingAs(Some.Membership);
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    [Proves("HOTEL-10", 'a')]
    public async Task A_promise_gives_a_receipt_with_its_reference_words_date_and_giver()
    {
        Receipt receipt = await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        receipt.Commitment.Should().Be(_id);
        receipt.Words.Should().Be(Some.Promise().Words);
        receipt.Due.Should().Be(Some.Due());
        receipt.By.Should().Be(Some.Membership);
        receipt.At.Should().Be(Some.Monday);
        (await _ledger.FindAsync(LookupKey.Reference(receipt.Reference)).ToListAsync()).Should().ContainSingle().Which.Id.Should().Be(_id);
    }

    [Fact]
    public async Task The_same_promise_again_gives_the_first_receipt_and_records_nothing()
    {
        Receipt first = await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        _time.Now += Duration.FromHours(1);
        await _membership.For(Some.Guest).StateDoneAsync(_id);

        Receipt again = await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        again.Should().Be(first);
        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Count.Should().Be(2);
    }

    [Fact]
    public async Task A_repeated_promise_that_had_become_an_assurance_gives_its_receipt_again()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        var second = CommitmentId.New();
        Receipt first = await _ledger.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(second, Some.Promise());

        Receipt again = await _ledger.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(second, Some.Promise());

        again.Should().Be(first);
        again.Kind.Should().Be(ReceiptKind.Assurance);
        again.Commitment.Should().Be(_id);
    }

    [Fact]
    public async Task Both_of_two_promises_that_contradict_each_other_say_so_while_both_stand_and_no_longer()
    {
        var other = CommitmentId.New();
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        Verdict spoken = await _ledger.ActingAs(Some.PhoneLine).For(Some.Guest).DoAsync(new MakePromise(other, Some.Promise(Term.Of("adults", 3))));
        Verdict confirmed = await _membership.For(Some.Guest).ConfirmAsync(_id, Basis.Word);
        Verdict withdrawn = await _membership.For(Some.Guest).WithdrawAsync(other, Some.Words("that was wrong"));
        Verdict again = await _membership.For(Some.Guest).ConfirmAsync(_id, Basis.Policy);

        spoken.Contradicts.Should().Equal(_id);
        confirmed.Contradicts.Should().Equal(other);
        withdrawn.Contradicts.Should().BeEmpty();
        again.Contradicts.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_command_id_with_other_content_is_refused()
    {
        var command = new MakePromise(_id, Some.Promise());
        await _membership.For(Some.Guest).DoAsync(command);

        Verdict verdict = await _membership.For(Some.Guest).TryAsync(command with { Promise = Some.Promise(Term.Of("adults", 2)) });
        Verdict other = await _ledger.ActingAs(Some.PhoneLine).For(Some.Guest).TryAsync(command);

        verdict.Refusal!.Code.Should().Be("command_id_reused");
        other.Refusal!.Code.Should().Be("command_id_reused");
    }

    [Fact]
    public async Task The_same_command_for_two_customers_is_two_commands()
    {
        var command = new MakePromise(_id, Some.Promise());

        await _membership.For(Some.Guest).DoAsync(command);
        Verdict verdict = await _membership.For(CustomerId.Of("guest-2")).DoAsync(command);

        verdict.IsReplay.Should().BeFalse();
    }

    [Fact]
    public async Task A_refused_verb_throws_with_the_refusal_and_without_personal_data()
    {
        Func<Task> accept = () => _membership.For(Some.Guest).AcceptAsync(_id);

        RefusedException refused = (await accept.Should().ThrowAsync<RefusedException>()).Which;

        refused.Refusal.Code.Should().Be("commitment_unknown");
        refused.Message.Should().NotContain(Some.Guest.ToString());
    }

    [Fact]
    public async Task When_another_team_writes_in_between_the_command_is_decided_anew()
    {
        await using var other = new Ledger(_store, time: _time);
        _store.BeforeAppend = async _ =>
        {
            _store.BeforeAppend = _ => Task.CompletedTask;
            await other.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(_id, Some.Promise());
        };

        Receipt receipt = await _membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());

        receipt.Kind.Should().Be(ReceiptKind.Assurance, "the other team's promise came first");
        receipt.Commitment.Should().Be(_id);
    }

    [Fact]
    public async Task A_command_is_decided_a_bounded_number_of_times()
    {
        await using var other = new Ledger(new FaultyStore(_store), time: _time);
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        int appends = _store.Appends;
        bool isInside = false;
        _store.BeforeAppend = async _ =>
        {
            if (isInside) return;
            isInside = true;
            await other.ActingAs(Some.PhoneLine).For(Some.Guest).AskAgainAsync(_id);
            isInside = false;
        };

        Func<Task> confirm = () => _membership.For(Some.Guest).ConfirmAsync(_id, Basis.Word);

        await confirm.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*10 times*send it again*");
        (_store.Appends - appends).Should().Be(22, "eleven tries, the first of them on what was known, and as many of the other");
    }

    [Fact]
    public async Task A_reply_that_was_lost_is_repeated_and_nothing_is_doubled()
    {
        _store.AfterAppend = appends => appends[0].Changed.Count == 0 ? Task.CompletedTask : throw new LedgerOutcomeUnknownException("The reply was lost.");

        Receipt receipt = await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        receipt.Commitment.Should().Be(_id);
        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_request_that_was_lost_wrote_nothing_and_is_repeated()
    {
        _store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is away.");
        Func<Task> promise = () => _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await promise.Should().ThrowAsync<LedgerUnavailableException>();
        _store.BeforeAppend = _ => Task.CompletedTask;

        await promise.Should().NotThrowAsync();

        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Reading_a_briefing_is_recorded_in_the_background_and_never_in_its_way()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        _store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is read-only.");

        Briefing briefing = await _membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));
        await _ledger.FlushAsync();
        _store.BeforeAppend = _ => Task.CompletedTask;
        await _membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));
        await _ledger.FlushAsync();

        briefing.Lines.Should().ContainSingle();
        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Select(entry => entry.Event.GetType()).Should().Equal(typeof(Promised), typeof(Briefed));
    }

    [Fact]
    [Proves("MAG-18", 'a')]
    public async Task Who_read_the_briefing_and_starts_at_once_counts_as_briefed()
    {
        await _membership.For(Some.Guest).BriefAsync(new Occasion("call"));
        Verdict verdict = await _membership.For(Some.Guest).StartInteractionAsync(InteractionId.New(), new Occasion("call"));

        verdict.Entries[0].Event.Should().BeOfType<InteractionStarted>().Which.IsBriefed.Should().BeTrue();
    }

    [Fact]
    public async Task A_promise_is_two_round_trips_and_one_to_a_customer_of_a_moment_ago()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _ledger.FlushAsync();
        (int loads, int appends) = (_store.Loads, _store.Appends);

        await _membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise(Term.Of("spa", true)));

        (_store.Loads - loads, _store.Appends - appends).Should().Be((0, 1));

        await _membership.For(CustomerId.Of("another")).PromiseAsync(CommitmentId.New(), Some.Promise());

        (_store.Loads - loads, _store.Appends - appends).Should().Be((1, 2));
    }

    [Fact]
    public async Task One_company_never_sees_another()
    {
        Ledger bank = _ledger.ForTenant(TenantId.Of("bank"));
        Receipt ours = await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await bank.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(_id, Some.Promise(Term.Of("card", true)));

        (await bank.ReadHistoryAsync(Some.Guest).ToListAsync()).Should().ContainSingle();
        (await bank.ReadFeedAsync(FeedCursor.Beginning).ToListAsync()).Where(item => item.Entry is not null).Should().ContainSingle()
            .Which.Entry!.Event.Should().BeOfType<Promised>().Which.Promise.Terms[0].Name.Should().Be("card");
        Commitment found = (await bank.FindAsync(LookupKey.Reference(ours.Reference)).ToListAsync()).Should().ContainSingle().Subject;
        found.Promise.Terms[0].Name.Should().Be("card", "each company counts its own references");
        (await _ledger.FindAsync(Some.Booking).ToListAsync()).Should().ContainSingle();
        (await bank.ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("call"))).Lines.Single().Headline.Should().Contain("card");
    }

    [Fact]
    public async Task Disposing_another_companys_ledger_leaves_ours_open()
    {
        await using (Ledger bank = _ledger.ForTenant(TenantId.Of("bank")))
            await bank.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(_id, Some.Promise());

        (await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise())).Commitment.Should().Be(_id);
    }

    [Fact]
    [Proves("HOTEL-22", 'a', 'b')]
    public async Task Hotel_bot_and_call_centre_read_the_same_briefing_at_the_same_position()
    {
        var concierge = new Actor(Team.Of("concierge"), Bot.Of("ella"), Channel.Chat);
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _membership.For(Some.Guest).AskAgainAsync(_id, Some.Words("Really four?"));
        var read = new List<Briefing>();

        foreach (Actor reader in new[] { Some.Reception, concierge, Some.PhoneLine })
        {
            read.Add(await _ledger.ActingAs(reader).For(Some.Guest).BriefAsync(new Occasion("check-in")));
            await _ledger.FlushAsync();
        }

        read[0].Lines.Should().ContainSingle().Which.Headline.Should().Contain("4 adults, 2 extra beds");
        read.Should().AllSatisfy(briefing =>
        {
            briefing.Position.Should().Be(2);
            briefing.Lines.Should().Equal(read[0].Lines);
            briefing.CustomersSteps.Should().Equal(read[0].CustomersSteps);
            briefing.ToText().Should().Be(read[0].ToText());
        });
    }

    [Fact]
    [Proves("GEN-02", 'a', 'd')]
    public async Task What_a_bot_promises_binds_the_company_and_is_told_apart()
    {
        var concierge = new Actor(Team.Of("concierge"), Bot.Of("ella"), Channel.Chat);

        Receipt receipt = await _ledger.ActingAs(concierge).For(Some.Guest).PromiseAsync(_id, Some.Promise());
        Briefing briefing = await _membership.For(Some.Guest).BriefAsync(new Occasion("call"));

        receipt.By.Bot.Should().Be(Bot.Of("ella"));
        briefing.ToText().Should().Contain("by concierge (bot ella), chat");
        (await _ledger.FindAsync(Some.Booking).ToListAsync()).Should().ContainSingle().Which.Bindingness.Should().Be(Bindingness.Bound);
    }

    [Fact]
    public async Task What_is_reported_within_the_microsecond_of_recording_is_not_in_the_future()
    {
        var command = new MakePromise(_id, Some.Promise()) { OccurredAt = Some.Monday + Duration.FromNanoseconds(900) };

        (await _membership.For(Some.Guest).TryAsync(command)).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task The_feed_tells_everything_once_and_goes_on_where_it_was_left()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        var first = await _ledger.ReadFeedAsync(FeedCursor.Beginning).ToListAsync();
        await _membership.For(Some.Guest).ConfirmAsync(_id, Basis.Policy);

        var rest = await _ledger.ReadFeedAsync(first[^1].Cursor).ToListAsync();

        first.Select(item => item.Entry!.Event.GetType()).Should().Equal(typeof(Promised), typeof(AskedAgain));
        rest.Should().ContainSingle().Which.Entry!.Event.Should().BeOfType<Confirmed>();
    }

    [Fact]
    [Proves("HOTEL-09", 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')]
    public async Task A_promise_is_found_by_whatever_the_customer_can_name_with_who_said_what_when()
    {
        await IsFoundAsync(Some.Membership, "Mon 2 Nov 10:00, by membership (asha), phone");

        (await _ledger.FindAsync(LookupKey.Phone("+971 50 000 0000")).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    [Proves("HOTEL-14", 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')]
    public async Task A_promise_whose_giver_was_forgotten_is_found_and_names_the_team() =>
        await IsFoundAsync(new Actor(Some.Reception.Team, Channel.InPerson), "Mon 2 Nov 10:00, by reception, in person");

    /// <summary>What the guest can name is enough: no look-up asks for more.</summary>
    private async Task IsFoundAsync(Actor by, string told)
    {
        LookupKey phone = LookupKey.Phone("+971 50 123 4567");
        Receipt receipt = await _ledger.ActingAs(by).For(Some.Guest).PromiseAsync(_id, Some.Promise() with { LookupKeys = [phone] });
        _time.Now += Duration.FromDays(3);
        Briefing briefing = await _ledger.ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("check-in"));
        await _membership.For(Some.Guest).ReleaseAsync(_id, Some.Words());

        briefing.ToText().Should().ContainAll(told, Some.Promise().Words.Text);
        foreach (LookupKey key in new[] { phone, Some.Booking, LookupKey.Reference(receipt.Reference) })
        {
            Commitment found = (await _ledger.FindAsync(key).ToListAsync()).Should().ContainSingle().Subject;
            (found.Customer, found.PromisedBy, found.PromisedAt, found.Promise.Words).Should().Be((Some.Guest, by, Some.Monday, Some.Promise().Words));
        }
    }

    [Fact]
    public async Task References_are_unique_in_the_company_whoever_gives_them_and_however_many()
    {
        await using var other = new Ledger(_store, time: _time);
        var references = new HashSet<PromiseReference>();
        for (int number = 0; number < 600; number++)
        {
            Ledger either = number % 2 == 0 ? _ledger : other;
            Receipt receipt = await either.ActingAs(Some.Membership).For(CustomerId.Of($"guest-{number}")).PromiseAsync(CommitmentId.New(), Some.Promise());
            references.Add(receipt.Reference).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Open_commitments_are_found_by_due_time_and_by_team_across_customers()
    {
        for (int number = 0; number < 1_100; number++)
            await _membership.For(CustomerId.Of($"guest-{number}")).PromiseAsync(CommitmentId.New(), Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromMinutes(number)) });
        await _ledger.ActingAs(Some.Reception).For(Some.Guest).PromiseAsync(_id, Some.Promise());

        Commitment[] due = await _ledger.FindDueBeforeAsync(Some.CheckIn + Duration.FromMinutes(1_050)).ToArrayAsync();

        due.Length.Should().Be(1_051);
        due.Select(commitment => commitment.DueTimes!.Due).Should().BeInAscendingOrder();
        (await _ledger.FindOwnedByAsync(Some.Reception.Team).ToListAsync()).Should().ContainSingle().Which.Id.Should().Be(_id);
        (await _ledger.ForTenant(TenantId.Of("bank")).FindDueBeforeAsync(Instant.FromUtc(2100, 1, 1, 0, 0)).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_before_the_write_records_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Func<Task> promise = () => _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise(), cancellationToken: cancelled.Token);
        Func<Task> brief = () => _membership.For(Some.Guest).BriefAsync(new Occasion("check-in"), cancelled.Token);

        await promise.Should().ThrowAsync<OperationCanceledException>();
        await brief.Should().ThrowAsync<OperationCanceledException>();
        (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_that_lacks_a_part_is_told_so_before_anything_happens()
    {
        Func<Task> promise = () => _membership.For(Some.Guest).PromiseAsync(_id, null!);
        Func<Task> release = () => _membership.For(Some.Guest).ReleaseAsync(default, Some.Words());

        await promise.Should().ThrowAsync<ArgumentException>().WithMessage("The command lacks a part*");
        await release.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task After_closing_nothing_is_taken_any_more()
    {
        await _ledger.DisposeAsync();

        Func<Task> promise = () => _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());

        await promise.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Options_out_of_range_are_refused_at_the_start(int attempts)
    {
        FluentActions.Invoking(() => new Ledger(_store, new LedgerOptions { MaxAttempts = attempts })).Should().Throw<ArgumentException>().WithMessage("*MaxAttempts*");
    }

    [Fact]
    public async Task Ten_thousand_open_commitments_are_the_limit()
    {
        Commitment one = (await _membership.For(Some.Guest).DoAsync(new MakePromise(_id, Some.Promise()))).Commitment!;
        ValueList<Commitment> many =
        [
            .. Enumerable.Range(0, 10_000).Select(number =>
                one with { Id = CommitmentId.New(), MadeAtVersion = number + 1, Promise = one.Promise with { Matter = LookupKey.Booking($"HX-{number}") } }),
        ];
        var record = CustomerRecord.Of(Some.Guest, 10_000, new CustomerHistory(), many);
        ValueList<PromiseReference> references = [PromiseReference.FromNumber(1)];
        var at = new Circumstances(Some.Monday, Some.Monday, Some.Membership, Some.Calendars, references, Some.Dubai);

        Outcome.On(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("spa", true))), record, at).Refusal!.Code.Should().Be("too_many_open");
        Briefing.Compose(record, new Occasion("check-in"), Some.Monday, Some.Dubai).Lines.Count.Should().Be(10_000);
    }
}
