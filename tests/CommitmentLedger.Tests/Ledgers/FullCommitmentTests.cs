using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>However full a commitment was made with what is accepted, it can be closed in each way that is in turn.</summary>
public sealed class FullCommitmentTests : IAsyncDisposable
{
    private static readonly Actor Wordy = new(Team.Of(Long(100)), Person.Of(Long(100)), Channel.Of(Long(40)));
    private static readonly Actor Other = Some.Reception;

    private readonly ManualTime _time = new(Some.Monday);
    private readonly InMemoryLedgerStore _store = new();
    private readonly CommitmentId _id = CommitmentId.New();
    private readonly Ledger _ledger;

    public FullCommitmentTests() => _ledger = new Ledger(_store, time: _time);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    private static string Long(int length) => new('語', length);

    private static Words Most() => Words.Verbatim(Long(Words.MaxLength), Language.Of(Long(35)));

    private static Term[] Terms => [.. Enumerable.Range(0, 50).Select(number => Term.Of($"{number} {Long(55)}", Long(500)))];

    private static Promise Small => Some.Promise(Terms) with { PromisedDue = Far };

    private static Promise Largest => Small with
    {
        Words = Most(),
        Preconditions = [.. Enumerable.Range(0, 20).Select(number => Precondition.ByCustomer($"{number} {Long(55)}"))],
        Readings = [.. Enumerable.Range(0, 20).Select(_ => Most())],
    };

    private static Deadline Far => Deadline.By(new LocalDateTime(2030, 1, 1, 12, 0), Some.Dubai, said: Long(500));

    private async Task<Verdict> SendAsync(Command command, Actor? by = null)
    {
        _time.Now += Duration.FromSeconds(1);
        return await _ledger.ActingAs(by ?? Wordy).For(Some.Guest).TryAsync(command);
    }

    private async Task<Verdict> MustAsync(Command command, Actor? by = null)
    {
        Verdict verdict = await SendAsync(command, by);
        verdict.Refusal.Should().BeNull("{0} is a step to the end", command.GetType().Name);
        return verdict;
    }

    private static Command[] Fillers(CommitmentId id, Random random)
    {
        Command[] fillers =
        [
            new AddNote(id, Most(), Evidence.At(Long(500))), new RecordAccount(id, Most()), new Rely(id, Most()), new AskAgain(id, Most()),
            new Confirm(id, Basis.Document, Most()), new OfferHandoff(id, Other.Team, Far, Most()), new Pause(id, Party.Us, Long(100)), new Resume(id),
            new Renegotiate(id, Largest) { Consent = new Consent(Long(100), Most()) }, new AddNote(id, Some.Words("x")),
        ];
        random.Shuffle(fillers);
        return fillers;
    }

    /// <summary>Sends what piles up, in a random order, until nothing more of it is taken.</summary>
    private async Task FillAsync(CommitmentId id, int seed)
    {
        var random = new Random(seed);
        for (bool isTaken = true; isTaken;)
        {
            isTaken = false;
            foreach (Command filler in Fillers(id, random))
            {
                for (Verdict verdict = await SendAsync(filler); verdict.Refusal is null; verdict = await SendAsync(Again(filler)))
                {
                    isTaken |= filler is AddNote or Rely or Confirm;
                    if (filler is not (AddNote or Rely or Confirm)) break;
                }
            }
        }
    }

    private static Command Again(Command command) => command with { Id = CommandId.New() };

    /// <summary>Brings about whatever stating needs, then states it with the longest outcomes.</summary>
    private async Task StateDoneAsync(CommitmentId id, SilenceAgrees? silence = null)
    {
        Commitment commitment = await FoundAsync(id);
        if (commitment.AwaitsConsent) await MustAsync(new GiveConsent(id, new Consent(Long(100), Most())));
        foreach (Precondition missing in commitment.UnmetPreconditions) await MustAsync(new MeetPrecondition(id, missing.Name, Evidence.At(Long(500))));
        if (commitment.Promise.IsAmbiguous) await MustAsync(new Clarify(id, Most()));
        await MustAsync(new StateDone(id) { Outcomes = [.. Terms.Skip(1).Select(term => new TermOutcome(term.Name, Long(499)))], SilenceAgrees = silence });
    }

    private SilenceAgrees Silence() => new(Deadline.At(_time.Now + Duration.FromDays(300), Some.Dubai, Long(500)), Channel.Of(Long(40)), _time.Now);

    private static Accept Accepted(CommitmentId id) => new(id, CustomersYes.Heard(Channel.Phone, Most()));

    private async Task<Commitment> FoundAsync(CommitmentId id)
    {
        StoredStream stored = (await _store.LoadAsync(StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest), new LoadScope([id], null), CancellationToken.None))!;
        return Seals.Read(Some.Guest, stored).Find(id)!;
    }

    [Theory]
    [InlineData("accept", 0)]
    [InlineData("accept", 1)]
    [InlineData("silence", 2)]
    [InlineData("disputes", 3)]
    [InlineData("break", 4)]
    [InlineData("withdraw", 5)]
    [InlineData("carry forward", 6)]
    [InlineData("release", 7)]
    public async Task A_full_promise_can_be_closed(string ending, int seed)
    {
        await MustAsync(new MakePromise(_id, Small));
        await FillAsync(_id, seed);
        (await SendAsync(new AddNote(_id, Most()))).Refusal!.Code.Should().BeOneOf("too_much", "too_many");

        switch (ending)
        {
            case "accept":
                await StateDoneAsync(_id);
                (await MustAsync(Accepted(_id))).Entries.Select(entry => entry.Event.GetType()).Should().Equal(typeof(Accepted), typeof(Promised), typeof(HandoffOffered));
                break;
            case "silence":
                await StateDoneAsync(_id, Silence());
                _time.Now += Duration.FromDays(301);
                await MustAsync(new Accept(_id) { BySilence = true });
                await FillAsync(_id, seed);
                await MustAsync(new Dispute(_id, Most()));
                await StateDoneAsync(_id);
                await MustAsync(Accepted(_id));
                break;
            case "disputes":
                await DisputeAsync();
                break;
            case "break":
                await MustAsync(new Break(_id, Most()));
                break;
            case "withdraw":
                await MustAsync(new Withdraw(_id, Most()));
                break;
            case "carry forward":
                await MustAsync(new CarryForward(_id, CommitmentId.New(), Deadline.At(Far.Due + Duration.FromDays(1), Some.Dubai, Long(500)), Wordy, Most()));
                break;
            default:
                await MustAsync(new Release(_id, Most()));
                break;
        }

        (await FoundAsync(_id)).IsOpen.Should().BeFalse();
        (await _ledger.ActingAs(Other).For(Some.Guest).BriefAsync(new Occasion("call"))).Should().NotBeNull();
    }

    private async Task DisputeAsync()
    {
        for (int round = 0; round < 40; round++)
        {
            await StateDoneAsync(_id);
            await MustAsync(new Dispute(_id, Most()));
            if (round == 0) await FillAsync(_id, round);
        }

        await StateDoneAsync(_id);
        await MustAsync(Accepted(_id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_full_conditional_and_unclear_promise_can_be_kept_or_expire(int seed)
    {
        await MustAsync(new MakePromise(_id, Largest));
        await FillAsync(_id, seed);
        if (seed == 0)
        {
            await MustAsync(new Expire(_id, Most()));
            return;
        }

        await StateDoneAsync(_id);
        await MustAsync(Accepted(_id));
    }

    [Fact]
    public async Task The_full_parts_of_a_full_whole_can_be_closed_after_consent_and_the_whole_with_them()
    {
        CommitmentId one = CommitmentId.New(), two = CommitmentId.New();
        await MustAsync(new MakePromise(_id, Small));
        await MustAsync(new Split(_id, [new Part(one, Small), new Part(two, Small)], Consent: null));
        foreach (CommitmentId id in new[] { _id, one, two }) await FillAsync(id, seed: 2);

        foreach (CommitmentId part in new[] { one, two })
        {
            await StateDoneAsync(part);
            await MustAsync(Accepted(part));
        }

        (await FoundAsync(_id)).IsOpen.Should().BeFalse();
    }

    [Fact]
    public async Task What_the_customer_refused_piles_up_only_as_far_as_there_is_room_for_closing()
    {
        await MustAsync(new MakePromise(_id, Small));
        string? refused = null;
        for (int asked = 0; refused is null && asked < 100; asked++)
        {
            refused = (await SendAsync(new Renegotiate(_id, Largest))).Refusal?.Code;
            if (refused is null) await MustAsync(new RefuseChange(_id, Most()));
        }

        refused.Should().Be("too_much");
        await FillAsync(_id, seed: 4);
        await StateDoneAsync(_id);
        await MustAsync(Accepted(_id));
    }

    [Fact]
    public async Task A_full_request_can_be_declined_and_its_full_promise_to_answer_is_kept_by_it()
    {
        var answer = CommitmentId.New();
        await MustAsync(new Request(_id, Largest) { Answer = new AnswerBy(answer, Most(), Far) });
        foreach (CommitmentId id in new[] { _id, answer }) await FillAsync(id, seed: 3);

        await MustAsync(new Decline(_id, Most()));

        (await FoundAsync(_id)).IsOpen.Should().BeFalse();
        (await FoundAsync(answer)).Bindingness.Should().Be(Bindingness.Kept);
    }

    [Fact]
    public async Task A_promise_that_alone_is_too_much_is_refused_and_says_so()
    {
        Option wide = Option.Of("x") with { Brings = [.. Enumerable.Range(0, 500).SelectMany(_ => Terms)] };

        Verdict verdict = await SendAsync(new MakePromise(_id, Small with { Choices = [Choice.Of("which", [wide])] }));

        verdict.Refusal!.Code.Should().Be("too_much");
        verdict.Entries.Should().BeEmpty();
        (await SendAsync(new MakePromise(_id, Small))).Refusal.Should().BeNull();
    }

    [Fact]
    public async Task What_is_refused_names_the_commitment_and_leaves_it_as_it_was()
    {
        await MustAsync(new MakePromise(_id, Small));
        await FillAsync(_id, seed: 1);
        Commitment before = await FoundAsync(_id);

        Refusal refusal = (await SendAsync(new Renegotiate(_id, Largest with { Beneficiaries = 7 }) { Consent = Some.Consent() })).Refusal!;

        refusal.Code.Should().Be("too_much");
        refusal.Commitment.Should().Be(_id);
        refusal.LegalNow.Should().Contain("break");
        (await FoundAsync(_id)).Should().Be(before);
    }

    [Fact]
    public async Task A_split_into_twenty_of_the_largest_parts_is_recorded()
    {
        await MustAsync(new MakePromise(_id, Small));

        await MustAsync(new Split(_id, [.. Enumerable.Range(0, 20).Select(_ => new Part(CommitmentId.New(), Largest))], Consent: null));
    }

    [Fact]
    public async Task The_record_of_a_customer_with_everything_open_finds_room()
    {
        foreach (string team in Enumerable.Range(0, 25).Select(number => $"{number} {Long(90)}"))
            await MustAsync(new Brief(new Occasion(Long(100))), new Actor(Team.Of(team), Channel.Phone));
        for (int count = 0; count < 100; count++) await MustAsync(new StartInteraction(InteractionId.New(), new Occasion(Long(100))));

        (await SendAsync(new StartInteraction(InteractionId.New(), new Occasion("one more")))).Refusal!.Code.Should().Be("too_many_interactions");
        await MustAsync(new MakePromise(_id, Largest));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("most")]
    public async Task What_the_customer_says_is_recorded_however_full_it_is_and_however_often(string said)
    {
        Words words = said == "x" ? Some.Words("x") : Most();
        await MustAsync(new MakePromise(_id, Small));
        await FillAsync(_id, seed: 5);
        for (int time = 0; time < 130; time++) await MustAsync(new RecordAccount(_id, words));
        await FillAsync(_id, seed: 6);
        for (int time = 0; time < 5; time++)
        {
            await StateDoneAsync(_id);
            await MustAsync(new Dispute(_id, Most()));
            await FillAsync(_id, seed: 7 + time);
        }

        await MustAsync(new Break(_id, Most()));
        for (int time = 0; time < 3; time++) await FillAsync(_id, seed: 20);
        await MustAsync(new RecordAccount(_id, Most()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_to_a_change_that_was_asked_for_is_always_taken(bool isSplit)
    {
        await MustAsync(new MakePromise(_id, Some.Promise() with { PromisedDue = Far }));
        for (int time = 0; time < 105; time++)
        {
            await MustAsync(new Renegotiate(_id, Some.Promise(Term.Of("adults", time)) with { PromisedDue = Far }));
            await MustAsync(time % 2 == 0 ? new RefuseChange(_id, Some.Words("no")) : new GiveConsent(_id, Some.Consent()));
        }

        Command ask = isSplit
            ? new Split(_id, [new Part(CommitmentId.New(), Small), new Part(CommitmentId.New(), Small)], Consent: null)
            : new Renegotiate(_id, Small with { LookupKeys = [.. Enumerable.Range(0, 10).Select(number => LookupKey.Of(Long(30), $"{number} {Long(90)}"))] });
        await MustAsync(ask);
        await FillAsync(_id, seed: 8);
        await MustAsync(new GiveConsent(_id, new Consent(Long(100), Most())));
    }
}
