using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>Reading without an act: what is open, what is past, and what happened to everybody.</summary>
public sealed class ReadingTests : IAsyncDisposable
{
    private readonly ManualTime _time = new(Some.Monday);
    private readonly InMemoryLedgerStore _store = new();
    private readonly Ledger _ledger;

    public ReadingTests() => _ledger = new Ledger(_store, new LedgerOptions { Zone = Some.Dubai }, _time);

    private CustomerLedger Desk => _ledger.ActingAs(Some.Membership).For(Some.Guest);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task A_record_is_read_and_nothing_is_marked()
    {
        CommitmentId open = await PromiseAsync(1);
        CommitmentId closed = await PromiseAsync(2);
        await Desk.ReleaseAsync(closed, Some.Words());

        CustomerRecord record = await _ledger.ReadAsync(Some.Guest);
        CustomerRecord more = await _ledger.ReadAsync(Some.Guest, [closed, CommitmentId.New()]);
        await _ledger.FlushAsync();

        record.Commitments.Select(commitment => commitment.Id).Should().Equal(open);
        more.Commitments.Select(commitment => commitment.Id).Should().Equal(open, closed);
        more.Find(closed)!.Bindingness.Should().Be(Bindingness.Released);
        (await _ledger.ReadHistoryAsync(Some.Guest).CountAsync()).Should().Be(3);
    }

    [Fact]
    public async Task A_commitment_is_found_by_its_id_open_or_closed()
    {
        CommitmentId id = await PromiseAsync(1);
        (await _ledger.FindAsync(Some.Guest, id))!.IsOpen.Should().BeTrue();
        await Desk.ReleaseAsync(id, Some.Words());

        (await _ledger.FindAsync(Some.Guest, id))!.IsOpen.Should().BeFalse();
        (await _ledger.FindAsync(Some.Guest, CommitmentId.New())).Should().BeNull();
        (await _ledger.FindAsync(CustomerId.Of("another"), id)).Should().BeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task The_closed_past_is_paged_from_the_latest_back(int pageSize)
    {
        var closed = new List<CommitmentId>();
        for (int number = 0; number < 9; number++)
        {
            CommitmentId id = await PromiseAsync(number);
            if (number % 3 == 0) continue;
            await Desk.ReleaseAsync(id, Some.Words());
            closed.Insert(0, id);
        }

        var read = new List<CommitmentId>();
        CommitmentPage page;
        do
        {
            page = await _ledger.ReadClosedAsync(Some.Guest, read.Count == 0 ? null : read[^1], pageSize);
            page.Commitments.Count.Should().BeLessThanOrEqualTo(pageSize);
            read.AddRange(page.Commitments.Select(commitment => commitment.Id));
        }
        while (!page.IsLast);

        read.Should().Equal(closed);
    }

    [Fact]
    public async Task Who_is_not_known_has_an_empty_record_and_no_past()
    {
        (await _ledger.ReadAsync(Some.Guest)).Version.Should().Be(0);
        (await _ledger.ReadClosedAsync(Some.Guest)).Should().Be(new CommitmentPage([], IsLast: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000_000)]
    public async Task A_page_has_a_size(int pageSize) =>
        (await FluentActions.Awaiting(() => _ledger.ReadClosedAsync(Some.Guest, pageSize: pageSize)).Should().ThrowAsync<ArgumentOutOfRangeException>())
            .WithMessage("A page has 1 to 1000 commitments.*");

    [Fact]
    public async Task A_page_follows_a_commitment_of_the_customer() =>
        (await FluentActions.Awaiting(() => _ledger.ReadClosedAsync(Some.Guest, CommitmentId.New())).Should().ThrowAsync<ArgumentException>())
            .WithMessage("The customer has no such commitment.*");

    [Fact]
    public async Task Too_many_at_once_are_not_read() =>
        (await FluentActions.Awaiting(() => _ledger.ReadAsync(Some.Guest, [.. Enumerable.Range(0, 1_001).Select(_ => CommitmentId.New())])).Should().ThrowAsync<ArgumentOutOfRangeException>())
            .WithMessage("*At most 1000*ReadClosedAsync*");

    [Fact]
    public async Task A_quiet_company_does_not_read_the_others_again_at_every_poll()
    {
        Ledger quiet = _ledger.ForTenant(TenantId.Of("quiet"));
        for (int number = 0; number < 3; number++) await PromiseAsync(number);

        List<FeedItem> first = await quiet.ReadFeedAsync(FeedCursor.Beginning).ToListAsync();
        List<FeedItem> second = await quiet.ReadFeedAsync(first[^1].Cursor).ToListAsync();
        await quiet.ActingAs(Some.Reception).For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());
        List<FeedItem> third = await quiet.ReadFeedAsync(first[^1].Cursor).ToListAsync();

        first.Should().ContainSingle().Which.Entry.Should().BeNull();
        second.Should().BeEmpty();
        third.Where(item => item.Entry is not null).Should().ContainSingle().Which.Tenant.Should().Be(TenantId.Of("quiet"));
    }

    [Fact]
    public async Task Of_a_long_stretch_of_others_the_place_is_told_on_the_way()
    {
        Ledger quiet = _ledger.ForTenant(TenantId.Of("quiet"));
        CommitmentId id = await PromiseAsync(1);
        for (int number = 0; number < 1_100; number++) await Desk.TryAsync(new AskAgain(id) { OccurredAt = Some.Monday });

        (await quiet.ReadFeedAsync(FeedCursor.Beginning).ToListAsync()).Should().HaveCount(2).And.OnlyContain(item => item.Entry == null && !item.IsUnreadable);
    }

    [Fact]
    public async Task A_host_reads_the_feed_of_many_companies_at_once()
    {
        TenantId[] tenants = [TenantId.Of("north"), TenantId.Of("south"), TenantId.Of("east")];
        foreach (TenantId tenant in tenants) await _ledger.ForTenant(tenant).ActingAs(Some.Reception).For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());

        List<FeedItem> feed = await _ledger.ReadFeedAsync(FeedCursor.Beginning, tenants[..2]).ToListAsync();

        feed.Where(item => item.Entry is not null).Select(item => item.Tenant).Should().Equal(tenants[0], tenants[1]);
        feed[^1].Entry.Should().BeNull("the place moves behind what the third one did");
    }

    [Fact]
    public async Task The_lines_of_a_briefing_lead_to_their_commitments()
    {
        CommitmentId id = await PromiseAsync(1);

        Briefing briefing = await Desk.BriefAsync(new Occasion("call"));

        briefing.Lines.Single().About.Single().Id.Should().Be(id);
        briefing.ToJson().Should().NotContain("about");
    }

    [Fact]
    public void A_ledger_can_be_disposed_by_a_scope_that_knows_no_await()
    {
        using var ledger = new Ledger(_store);

        ledger.Should().BeAssignableTo<IDisposable>();
    }

    private async Task<CommitmentId> PromiseAsync(int number)
    {
        var id = CommitmentId.New();
        _time.Now += Duration.FromSeconds(1);
        await Desk.PromiseAsync(id, Some.Promise(Term.Of("late-checkout", number)) with { Matter = LookupKey.Booking($"HX-{number}") });
        return id;
    }
}
