using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>A write is definite, or unknown and repeatable: by the ledger itself, by the caller, and by the next process.</summary>
public sealed class UnknownOutcomeTests : IAsyncDisposable
{
    private readonly ManualTime _time = new(Some.Monday);
    private readonly InMemoryLedgerStore _kept = new();
    private readonly UnreliableLedgerStore _store;
    private readonly Ledger _ledger;

    public UnknownOutcomeTests()
    {
        _store = new UnreliableLedgerStore(_kept);
        _ledger = new Ledger(_store, ShortVerbs.Options, _time);
    }

    public static TheoryData<string, bool> Verbs
    {
        get
        {
            var verbs = new TheoryData<string, bool>();
            foreach (string verb in ShortVerbs.All.Keys)
            {
                verbs.Add(verb, true);
                verbs.Add(verb, false);
            }

            return verbs;
        }
    }

    private CustomerLedger Desk => _ledger.ActingAs(Some.Reception).For(Some.Guest);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public void Every_short_verb_is_tried() =>
        ShortVerbs.All.Keys.Should().BeEquivalentTo(
            typeof(CustomerLedger).GetMethods().Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CommandId?))).Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task One_lost_answer_goes_unnoticed(string verb, bool isWritten)
    {
        long before = await PrepareAsync(verb);
        Lose(isWritten);

        await ShortVerbs.All[verb].Call(Desk, null);

        (await CommandsAfterAsync(before)).Should().ContainSingle("the ledger went round once more under the same command id");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_caller_who_keeps_the_command_id_may_call_again(string verb, bool isWritten)
    {
        long before = await PrepareAsync(verb);
        CommandId id = CommandId.New();
        Lose(isWritten);
        _store.BeAway(1);
        await FluentActions.Awaiting(() => ShortVerbs.All[verb].Call(Desk, id)).Should().ThrowAsync<LedgerOutcomeUnknownException>();

        await ShortVerbs.All[verb].Call(Desk, id);
        await ShortVerbs.All[verb].Call(Desk, id);

        (await CommandsAfterAsync(before)).Should().Equal(id);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_exception_holds_what_the_next_process_needs_to_settle_it(string verb, bool isWritten)
    {
        long before = await PrepareAsync(verb);
        Lose(isWritten);
        _store.BeAway(1);
        LedgerOutcomeUnknownException unknown =
            (await FluentActions.Awaiting(() => ShortVerbs.All[verb].Call(Desk, null)).Should().ThrowAsync<LedgerOutcomeUnknownException>()).Which;
        string kept = unknown.Unsettled!.ToJson();

        await using var next = new Ledger(_kept, ShortVerbs.Options, _time);
        Verdict verdict = await next.SettleAsync(AddressedCommandJson.Parse(kept));
        Verdict again = await _ledger.SettleAsync(unknown.Unsettled!);

        verdict.Refusal.Should().BeNull();
        again.Entries.Should().Equal(verdict.Entries);
        (await CommandsAfterAsync(before)).Should().Equal(unknown.Unsettled!.Command.Id);
    }

    [Fact]
    public async Task What_cannot_be_finished_in_the_second_round_stays_unknown_even_where_the_caller_gives_up()
    {
        await PrepareAsync("AskAgainAsync");
        using var givingUp = new CancellationTokenSource();
        var store = new FaultyStore(_kept) { AfterAppend = _ => LoseAndGiveUpAsync(givingUp) };
        await using var ledger = new Ledger(store, time: _time);

        Func<Task> ask = () => ledger.ActingAs(Some.Reception).For(Some.Guest).AskAgainAsync(ShortVerbs.Id, cancellationToken: givingUp.Token);

        (await ask.Should().ThrowAsync<LedgerOutcomeUnknownException>()).Which.Unsettled!.Customer.Should().Be(Some.Guest);
    }

    [Fact]
    public async Task A_refusal_is_not_the_last_word_while_the_first_try_may_still_be_written()
    {
        await PrepareAsync("WithdrawAsync");
        var late = new FaultyStore(_kept);
        late.BeforeAppend = _ =>
        {
            _time.Now += Duration.FromDays(30);
            throw new LedgerOutcomeUnknownException("The reply was lost.");
        };
        await using var ledger = new Ledger(late, time: _time);
        var change = new Renegotiate(ShortVerbs.Id, Some.Promise() with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(1)) }) { Consent = Some.Consent() };

        await FluentActions.Awaiting(() => ledger.ActingAs(Some.Membership).For(Some.Guest).TryAsync(change)).Should().ThrowAsync<LedgerOutcomeUnknownException>();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_lost_answer_about_references_leaves_no_doubt_about_the_promise(int lost, bool isPromised)
    {
        var store = new FaultyStore(_kept)
        {
            AfterAppend = appends => appends[0].Entries[0].Type == "references-reserved" && lost-- > 0
                ? throw new LedgerOutcomeUnknownException("The reply was lost.")
                : Task.CompletedTask,
        };
        await using var ledger = new Ledger(store, time: _time);

        Func<Task> promise = () => ledger.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(ShortVerbs.Id, Some.Promise());

        if (isPromised) await promise.Should().NotThrowAsync();
        else await promise.Should().ThrowAsync<LedgerUnavailableException>();
        (await ledger.ReadAsync(Some.Guest)).Commitments.Should().HaveCount(isPromised ? 1 : 0);
    }

    [Fact]
    public async Task A_promise_a_request_and_a_claim_are_the_same_command_by_method_and_by_object()
    {
        CommitmentId asked = CommitmentId.New(), told = CommitmentId.New();
        Promise promise = Some.Promise();
        await Desk.PromiseAsync(ShortVerbs.Id, promise);
        await Desk.RequestAsync(asked, promise with { Matter = LookupKey.Order("2") });
        await Desk.ClaimAsync(told, promise with { Matter = LookupKey.Order("3") });

        (await Desk.TryAsync(new MakePromise(ShortVerbs.Id, promise))).IsReplay.Should().BeTrue();
        (await Desk.TryAsync(new Request(asked, promise with { Matter = LookupKey.Order("2") }))).IsReplay.Should().BeTrue();
        (await Desk.TryAsync(new Claim(told, promise with { Matter = LookupKey.Order("3") }))).IsReplay.Should().BeTrue();
        (await Desk.TryAsync(new MakePromise(ShortVerbs.Id, promise with { Occasion = new Occasion("birthday") }))).Refusal!.Code.Should().Be("command_id_reused");
    }

    [Fact]
    public async Task What_was_given_to_another_company_is_not_settled_here()
    {
        var command = new AddressedCommand(TenantId.Of("bank"), Some.Guest, Some.Reception, new AskAgain(ShortVerbs.Id));

        (await FluentActions.Awaiting(() => _ledger.SettleAsync(command)).Should().ThrowAsync<ArgumentException>()).WithMessage("*ForTenant*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"tenant":"default","customer":"a","by":{"team":"b","channel":"phone"},"id":"0","command":{"verb":"teleport"}}""")]
    public void Text_that_is_no_command_is_refused_and_not_quoted(string text)
    {
        Action read = () => AddressedCommandJson.Parse(text);

        read.Should().Throw<FormatException>().Which.Message.Should().NotContain("teleport");
    }

    private static Task LoseAndGiveUpAsync(CancellationTokenSource givingUp)
    {
        givingUp.Cancel();
        throw new LedgerOutcomeUnknownException("The reply was lost.");
    }

    private async Task<long> PrepareAsync(string verb)
    {
        foreach (Command command in ShortVerbs.All[verb].Before) await _ledger.ActingAs(command is OfferHandoff { To: var to } && to == Some.Housekeeping.Team ? Some.Reception : Some.Membership).For(Some.Guest).DoAsync(command with { Id = CommandId.New() });
        return (await _ledger.ReadAsync(Some.Guest)).Version;
    }

    private void Lose(bool isWritten)
    {
        if (isWritten) _store.LoseAnswers(1);
        else _store.LoseRequests(1);
    }

    private async Task<CommandId[]> CommandsAfterAsync(long version) =>
        [.. (await _ledger.ReadHistoryAsync(Some.Guest).ToListAsync()).Where(entry => entry.Version > version).Select(entry => entry.Command).Distinct()];
}
