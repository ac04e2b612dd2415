using CommitmentLedger.Engine;
using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>What this process loaded a moment ago serves the next command, and never decides what the store would decide otherwise.</summary>
public sealed class RecordCacheTests : IAsyncDisposable
{
    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly ManualTime _time = new(Some.Monday);
    private readonly Ledger _here;
    private readonly Ledger _elsewhere;
    private readonly ActingLedger _membership;
    private readonly CommitmentId _id = CommitmentId.New();

    public RecordCacheTests()
    {
        _here = new Ledger(_store, time: _time);
        _elsewhere = new Ledger(new FaultyStore(_store), time: _time);
        _membership = _here.ActingAs(Some.Membership);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task Who_acts_again_at_once_loads_nothing_and_after_a_while_loads_again()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        int loads = _store.Loads;

        await _membership.For(Some.Guest).AskAgainAsync(_id);
        _time.Now += Duration.FromSeconds(9);
        await _membership.For(Some.Guest).AddNoteAsync(_id, Some.Words());
        _store.Loads.Should().Be(loads);

        _time.Now += Duration.FromSeconds(11);
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        _store.Loads.Should().Be(loads + 1);
    }

    [Fact]
    public async Task The_next_promise_to_a_customer_loads_nothing()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        int loads = _store.Loads;

        await _membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise() with { Matter = LookupKey.Booking("HX-2") });
        await _membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());

        _store.Loads.Should().Be(loads);
        (await _here.ReadAsync(Some.Guest)).Commitments.Should().HaveCount(2, "the third only repeats the first");
    }

    [Theory]
    [InlineData("promise")]
    [InlineData("repeat")]
    [InlineData("offer")]
    [InlineData("claim")]
    [InlineData("split")]
    public async Task The_id_of_a_closed_commitment_is_refused_as_it_is_without_a_record_at_hand(string verb)
    {
        CommitmentId standing = CommitmentId.New();
        CustomerLedger guest = _membership.For(Some.Guest);
        await guest.PromiseAsync(_id, Some.Promise());
        await guest.WithdrawAsync(_id, Some.Words());
        await guest.PromiseAsync(standing, Some.Promise() with { Matter = LookupKey.Booking("HX-2") });
        Command command = verb switch
        {
            "promise" => new MakePromise(_id, Some.Promise() with { Matter = LookupKey.Booking("HX-3") }) { Id = CommandId.New() },
            "repeat" => new MakePromise(_id, Some.Promise() with { Matter = LookupKey.Booking("HX-2") }) { Id = CommandId.New() },
            "offer" => new Offer(_id, Some.Promise()),
            "claim" => new Claim(_id, Some.Promise() with { Matter = LookupKey.Booking("HX-3") }),
            _ => new Split(standing, [new Part(_id, Some.Promise(Term.Of("adults", 4))), new Part(CommitmentId.New(), Some.Promise(Term.Of("extra-beds", 2)))], Some.Consent()),
        };
        int entries = await _here.ReadHistoryAsync(Some.Guest).CountAsync();

        Refusal here = (await guest.TryAsync(command)).Refusal!;
        Refusal elsewhere = (await _elsewhere.ActingAs(Some.Membership).For(Some.Guest).TryAsync(command)).Refusal!;

        here.Code.Should().Be(elsewhere.Code);
        (await _here.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(entries);
    }

    [Fact]
    public async Task A_promise_on_a_record_at_hand_sees_what_another_team_promised_meanwhile()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise() with { Matter = LookupKey.Booking("HX-2") });
        CommitmentId other = CommitmentId.New();
        await _elsewhere.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(other, Some.Promise(Term.Of("adults", 3)));

        Verdict verdict = await _membership.For(Some.Guest).TryAsync(new MakePromise(CommitmentId.New(), Some.Promise(Term.Of("adults", 4))));

        verdict.Contradicts.Should().Equal(other);
    }

    [Fact]
    public async Task A_record_of_before_a_restore_forks_no_chain()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        _store.Inner = new InMemoryLedgerStore();
        await _elsewhere.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());

        Verdict verdict = await _membership.For(Some.Guest).TryAsync(new AskAgain(_id));

        verdict.Refusal!.Code.Should().Be("commitment_unknown");
        (await _here.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
        (await _here.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Who_briefs_and_then_acts_loads_once_and_each_briefing_loads()
    {
        await _elsewhere.ActingAs(Some.PhoneLine).For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _here.OpenAsync();
        int loads = _store.Loads;

        await _membership.For(Some.Guest).BriefAsync(new Occasion("call"));
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        _store.Loads.Should().Be(loads + 1, "the mark that it was read and the command go on from the briefing");

        await _membership.For(Some.Guest).BriefAsync(new Occasion("call"));
        _store.Loads.Should().Be(loads + 2);
    }

    [Fact]
    public async Task What_others_wrote_meanwhile_counts_for_a_command_that_would_be_refused_without_it()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _elsewhere.ActingAs(Some.Membership).For(Some.Guest).OfferHandoffAsync(_id, Some.Reception.Team, Some.Due());

        await _here.ActingAs(Some.Reception).For(Some.Guest).AcceptHandoffAsync(_id, readBack: [.. Some.Promise().Terms]);

        (await _here.FindAsync(Some.Booking).SingleAsync()).Owner.Should().Be(Some.Reception.Team);
    }

    [Fact]
    public async Task What_others_wrote_meanwhile_counts_for_a_command_that_would_be_taken_without_it()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _elsewhere.ActingAs(Some.PhoneLine).For(Some.Guest).WithdrawAsync(_id, Some.Words());

        Verdict verdict = await _membership.For(Some.Guest).TryAsync(new AskAgain(_id));

        verdict.Refusal!.Code.Should().Be("commitment_closed");
        (await _here.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Where_others_write_nothing_is_kept_for_a_while()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _elsewhere.ActingAs(Some.PhoneLine).For(Some.Guest).AskAgainAsync(_id);
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        (int loads, int appends) = (_store.Loads, _store.Appends);

        await _membership.For(Some.Guest).AskAgainAsync(_id);
        (_store.Loads - loads, _store.Appends - appends).Should().Be((1, 1), "it is not tried on what may be out of date");

        _time.Now += Duration.FromSeconds(11);
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        _store.Loads.Should().Be(loads + 2);
    }

    [Fact]
    public async Task A_command_that_was_carried_out_elsewhere_is_not_carried_out_again()
    {
        var command = new AskAgain(_id);
        var other = new AskAgain(_id) { Id = command.Id, Words = Some.Words("and what about the beds?") };
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _membership.For(Some.Guest).TryAsync(command);
        int loads = _store.Loads;

        (await _membership.For(Some.Guest).TryAsync(command)).IsReplay.Should().BeTrue();
        (await _membership.For(Some.Guest).TryAsync(other)).Refusal!.Code.Should().Be("command_id_reused");
        (await _elsewhere.ActingAs(Some.Membership).For(Some.Guest).TryAsync(command)).IsReplay.Should().BeTrue();

        _store.Loads.Should().BeGreaterThan(loads);
        (await _here.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_command_that_its_own_effect_would_now_forbid_is_answered_as_it_was()
    {
        var command = new StateDone(_id);
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        Verdict first = await _membership.For(Some.Guest).TryAsync(command);

        Verdict again = await _membership.For(Some.Guest).TryAsync(command);

        again.IsReplay.Should().BeTrue();
        again.Entries.Should().Equal(first.Entries);
    }

    [Fact]
    public async Task After_an_append_whose_outcome_is_unknown_the_store_is_asked()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        _store.AfterAppend = _ => throw new LedgerOutcomeUnknownException("The reply was lost.");
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        _store.AfterAppend = _ => Task.CompletedTask;
        (int loads, int appends) = (_store.Loads, _store.Appends);

        await _membership.For(Some.Guest).AskAgainAsync(_id);

        (_store.Loads - loads, _store.Appends - appends).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_closed_commitment_is_loaded_even_by_who_closed_it()
    {
        await _membership.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        await _membership.For(Some.Guest).WithdrawAsync(_id, Some.Words());
        int loads = _store.Loads;

        await _membership.For(Some.Guest).RecordAccountAsync(_id, Some.Words());
        _store.Loads.Should().Be(loads + 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task As_many_are_kept_as_the_options_say(int customers, int loadsMore)
    {
        await using var ledger = new Ledger(_store, new LedgerOptions { RecentCustomers = customers }, _time);
        ActingLedger acting = ledger.ActingAs(Some.Membership);
        await acting.For(Some.Guest).PromiseAsync(_id, Some.Promise());
        int loads = _store.Loads;

        await acting.For(Some.Guest).AskAgainAsync(_id);

        _store.Loads.Should().Be(loads + loadsMore);
    }

    [Fact]
    public async Task A_customer_with_very_many_open_commitments_is_not_kept()
    {
        for (int number = 0; number <= RecordCache.MaxCommitments; number++)
            await _membership.For(Some.Guest).PromiseAsync(number == 0 ? _id : CommitmentId.New(), Some.Promise() with { Matter = LookupKey.Booking($"HX-{number}") });
        _time.Now += Duration.FromSeconds(11);
        await _membership.For(Some.Guest).AskAgainAsync(_id);
        int loads = _store.Loads;

        await _membership.For(Some.Guest).AskAgainAsync(_id);

        _store.Loads.Should().Be(loads + 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(10, 5)]
    public void What_is_kept_stays_within_its_bounds_and_lets_the_oldest_go(int capacity, int least)
    {
        var recent = new RecordCache(capacity, _time);
        StreamKey[] streams = [.. Enumerable.Range(0, 100).Select(number => StreamKey.ForCustomer(TenantId.Of("default"), CustomerId.Of($"guest {number}")))];
        foreach (StreamKey stream in streams) recent.Keep(stream, new LoadedRecord(CustomerRecord.Empty(Some.Guest), default, Seals.Any));

        streams.Count(stream => recent.TryFind(stream, out _)).Should().BeInRange(least, capacity);
        streams[^least..].All(stream => recent.TryFind(stream, out _)).Should().BeTrue();
    }

    [Fact]
    public void An_older_record_does_not_take_the_place_of_a_younger_one()
    {
        var recent = new RecordCache(capacity: 10, _time);
        StreamKey stream = StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest);
        recent.Keep(stream, new LoadedRecord(CustomerRecord.Of(Some.Guest, 7, new CustomerHistory(), []), default, Seals.Any));
        recent.Keep(stream, new LoadedRecord(CustomerRecord.Of(Some.Guest, 6, new CustomerHistory(), []), default, Seals.Any));

        recent.TryFind(stream, out LoadedRecord? known).Should().BeTrue();
        known!.Record.Version.Should().Be(7);
    }
}
