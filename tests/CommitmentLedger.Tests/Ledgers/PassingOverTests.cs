using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>One record that cannot be read blocks nobody: readers pass over it, say which, and go on.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "IAsyncLifetime.DisposeAsync disposes it; xunit calls it.")]
public sealed class PassingOverTests : IAsyncLifetime
{
    private readonly InMemoryLedgerStore _sound = new();
    private readonly Lines _log = new();
    private readonly CommitmentId _bad = CommitmentId.New();
    private readonly CommitmentId _good = CommitmentId.New();
    private readonly SpoiltStore _store;
    private readonly Ledger _ledger;
    private readonly ActingLedger _membership;

    public PassingOverTests()
    {
        _store = new SpoiltStore(_sound);
        _ledger = new Ledger(_store, new LedgerOptions { RecentCustomers = 0 }, new ManualTime(Some.Monday), _log);
        _membership = _ledger.ActingAs(Some.Membership);
    }

    public async Task InitializeAsync()
    {
        await _membership.For(Some.Guest).PromiseAsync(_bad, Some.Promise());
        await _membership.For(Some.Guest).PromiseAsync(_good, Some.Promise(Term.Of("spa", true)));
        _store.Documents.Add(_bad);
        _store.Entries.Add(1);
    }

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Fact]
    public async Task Lists_pass_over_it_and_the_log_says_which()
    {
        List<Commitment>[] lists =
        [
            await _ledger.FindAsync(Some.Booking).ToListAsync(),
            await _ledger.FindDueBeforeAsync(Some.CheckIn + Duration.FromDays(1)).ToListAsync(),
            await _ledger.FindOwnedByAsync(Some.Membership.Team).ToListAsync(),
        ];

        foreach (List<Commitment> list in lists) list.Should().ContainSingle().Which.Id.Should().Be(_good);
        _log.Should().HaveCount(3).And.OnlyContain(line => line.Contains(_bad.ToString()) && !line.Contains("guest"));
    }

    [Fact]
    public async Task A_briefing_tells_the_rest_and_says_that_one_cannot_be_read()
    {
        Briefing briefing = await _membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));

        briefing.Lines.Should().HaveCount(2);
        BriefingLine bad = briefing.Lines[0];
        bad.Kind.Should().Be(BriefingLineKind.Unreadable);
        bad.Commitments.Should().Equal(_bad);
        bad.Due.Should().Be(Some.CheckIn);
        briefing.Lines[1].Commitments.Should().Equal(_good);
        briefing.ToText().Should().ContainAll("CANNOT BE READ", _bad.ToString(), "membership", "Sat 14 Nov").And.NotContain("Nothing is owed");
        briefing.ToJson().Should().Contain("\"Unreadable\"");
        _log.Should().ContainSingle(line => line.Contains(_bad.ToString()));
    }

    [Fact]
    public async Task Commands_about_others_go_on_and_leave_it_as_it_is()
    {
        await _membership.For(Some.Guest).ConfirmAsync(_good, Basis.Policy);
        await _membership.For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise(Term.Of("parking", true)));

        _store.Documents.Clear();
        (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Which.Code.Should().Be("body_changed", "of entry 1 alone");
        (await _ledger.FindAsync(Some.Booking).ToListAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Commands_about_it_are_not_carried_out()
    {
        Command[] about = [new Confirm(_bad, Basis.Word), new MakePromise(_bad, Some.Promise()) { Id = CommandId.New() }, new Offer(_bad, Some.Promise()), new Claim(_bad, Some.Promise())];

        foreach (Command command in about)
            (await FluentActions.Awaiting(() => _membership.For(Some.Guest).TryAsync(command)).Should().ThrowAsync<LedgerDataException>()).WithMessage($"*{_bad}*");
    }

    [Fact]
    public async Task A_whole_stays_open_while_a_part_cannot_be_read()
    {
        CommitmentId one = CommitmentId.New();
        CommitmentId other = CommitmentId.New();
        Part[] parts = [new Part(one, Some.Promise(Term.Of("bed", 1))), new Part(other, Some.Promise(Term.Of("cot", 1)))];
        await _membership.For(Some.Guest).SplitAsync(_good, [.. parts], Some.Consent());
        _store.Documents.Add(one);

        await _membership.For(Some.Guest).ReleaseAsync(other, Some.Words());

        (await _ledger.FindOwnedByAsync(Some.Membership.Team).ToListAsync()).Should().Contain(commitment => commitment.Id == _good);
    }

    [Fact]
    public async Task A_history_says_which_entry_and_goes_on()
    {
        List<Entry> history = await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync();

        history.Select(entry => entry.Version).Should().Equal(1, 2);
        Unreadable bad = history[0].Event.Should().BeOfType<Unreadable>().Subject;
        bad.Commitment.Should().Be(_bad);
        bad.Type.Should().Be("promised");
        bad.Problem.Should().Contain("Update the library");
        history[0].By.Team.Should().Be(Some.Membership.Team);
        history[1].Event.Should().BeOfType<Promised>();
    }

    [Fact]
    public async Task The_feed_says_which_entry_of_whom_and_goes_on()
    {
        List<FeedItem> feed = await _ledger.ReadFeedAsync(FeedCursor.Beginning).ToListAsync();

        feed.Select(item => item.Entry!.Event.GetType()).Should().Equal(typeof(Unreadable), typeof(Promised));
        feed[0].Entry!.Customer.Should().Be(Some.Guest);
        (await _ledger.ReadFeedAsync(feed[0].Cursor).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Where_nobody_can_tell_whose_entry_it_is_the_log_says_which_and_the_feed_goes_on()
    {
        _store.Records = true;

        List<FeedItem> feed = await _ledger.ReadFeedAsync(FeedCursor.Beginning).ToListAsync();

        feed.Select(item => (item.Entry is null, item.IsUnreadable)).Should().Equal((true, true), (false, false));
        _log.Should().ContainSingle(line => line.Contains("Entry 1") && line.Contains(StreamKey.ForCustomer(new LedgerOptions().Tenant, Some.Guest).ToString()));
    }

    [Fact]
    public async Task Only_the_customer_whose_record_it_is_cannot_be_briefed()
    {
        _store.Records = true;

        Func<Task> brief = () => _membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));

        await brief.Should().ThrowAsync<LedgerDataException>().WithMessage("*cannot read the record of a customer*");
        (await _ledger.FindAsync(Some.Booking).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Verifying_names_it()
    {
        _store.Entries.Clear();

        (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Which.Commitment.Should().Be(_bad);
    }

    private sealed class Lines : List<string>, ILogger<Ledger>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add(formatter(state, exception));
    }
}
