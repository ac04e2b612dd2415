using System.Globalization;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Storage;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NodaTime;

namespace CommitmentLedger.Tests.Models;

/// <summary>Random lives of one customer's commitments among several teams, held against a simple model after every step.</summary>
public class LifeModelTests
{
    private static readonly Actor[] Teams = [Some.Membership, Some.PhoneLine, Some.Reception, Some.Housekeeping];

    /// <summary>A failure prints it. Set the environment variable of this name to what was printed, and the same lives are lived again.</summary>
    private const string SeedName = "LIFE_SEED";

    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable(SeedName), CultureInfo.InvariantCulture, out ulong given) ? given : (ulong)Random.Shared.NextInt64();

    [Fact]
    public void Every_life_of_a_commitment_follows_the_model() => Live(Seed, lives: 150);

    [Fact]
    public void Lives_of_one_seed_are_the_same_again_in_this_process_and_in_any_other()
    {
        List<string> once = Live(seed: 7, lives: 5), again = Live(seed: 7, lives: 5);

        again.Should().Equal(once).And.NotBeEmpty();
        Live(seed: 8, lives: 5).Should().NotEqual(once);
        Life.Chance(step: 7, number: 3).Next(1_000_000).Should().Be(978_915, "what is drawn for a step depends on nothing else than the step and its place");
    }

    [Fact]
    public void What_a_failure_prints_names_the_seed()
    {
        Action failing = () => Check(seed: 7, lives: 1, _ => false);

        failing.Should().Throw<Exception>().WithMessage($"{SeedName}=7*");
    }

    /// <summary>Lives by a seed, and gives the kinds of what happened.</summary>
    private static List<string> Live(ulong seed, int lives)
    {
        var happened = new List<string>();
        Check(seed, lives, steps =>
        {
            var life = new Life();
            life.LiveAsync([.. steps.Select(step => step.Get)]).GetAwaiter().GetResult();
            happened.AddRange(life.Happened);
            return true;
        });
        return happened;
    }

    private static void Check(ulong seed, int lives, Func<PositiveInt[], bool> live)
    {
        var replay = new Replay(new Rnd(seed), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(lives).WithEndSize(60).WithName($"{SeedName}={seed}").WithReplay(FSharpOption<Replay>.Some(replay));

        FsCheck.Check.One(config, Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt[]>(), live));
    }

    private sealed class Life
    {
        private readonly InMemoryLedgerStore _store = new();
        private readonly ManualTime _time = new(Some.Monday);
        private readonly Dictionary<CommitmentId, CommitmentModel> _models = [];
        private readonly Dictionary<CommitmentId, ValueList<Term>> _terms = [];
        private readonly List<CommitmentId> _ids = [];
        private readonly List<Digest> _written = [];
        private (Team Team, LocalDate Day) _talk;

        /// <summary>The kinds of the entries so far.</summary>
        public IReadOnlyList<string> Happened { get; private set; } = [];

        /// <summary>What is drawn for a step, from the step and its place alone.</summary>
        public static Random Chance(int step, int number) => new(unchecked((step * 397) ^ number));

        public async Task LiveAsync(int[] steps)
        {
            await using var ledger = new Ledger(_store, time: _time);
            foreach ((int number, int step) in steps.Index())
            {
                Random random = Chance(step, number);
                _time.Now += Duration.FromMinutes(random.Next(0, 500));
                Actor by = Teams[random.Next(Teams.Length)];
                _talk = (by.Team, _time.Now.InZone(Some.Dubai).Date);
                await StepAsync(ledger.ActingAs(by), random);
            }
        }

        private async Task StepAsync(ActingLedger acting, Random random)
        {
            Command command = _ids.Count == 0 || random.Next(6) == 0 ? NewPromise(random) : Next(random);
            Team by = acting.Actor.Team;
            Verdict verdict = await acting.For(Some.Guest).TryAsync(command);

            if (command is CommitmentCommand about) Judge(about, verdict, by);
            else Learn((MakePromise)command, verdict, by);
            await CheckAsync();
            if (verdict.Refusal is null) await RepeatAsync(acting, command, verdict);
        }

        private static MakePromise NewPromise(Random random)
        {
            Promise promise = Some.Promise(Term.Of("adults", random.Next(2, 5))) with
            {
                PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(random.Next(400, 402))),
                Matter = random.Next(2) == 0 ? Some.Booking : null,
            };
            return new MakePromise(CommitmentId.New(), promise) { DeliveredBy = random.Next(2) == 0 ? null : Teams[random.Next(Teams.Length)].Team };
        }

        private CommitmentCommand Next(Random random)
        {
            CommitmentId id = _ids[random.Next(_ids.Count)];
            Words words = Some.Words();
            return random.Next(17) switch
            {
                0 or 1 => new StateDone(id) { Outcomes = random.Next(2) == 0 ? [] : [new TermOutcome("adults", 1)] },
                2 or 3 => new Accept(id, random.Next(2) == 0 ? null : Some.Yes()),
                4 => new Dispute(id, words),
                5 => new Pause(id, Party.Customer, "waits"),
                6 => new Resume(id),
                7 => new Renegotiate(id, Some.Promise(Term.Of("adults", random.Next(2, 9)), Term.Of("nights", random.Next(100))) with { PromisedDue = Some.Due(Some.CheckIn + Duration.FromDays(500)) }) { IsUnilateral = true },
                8 => new Split(id, [new Part(CommitmentId.New(), Some.Promise(Term.Of("adults", 1)) with { PromisedDue = null }), new Part(CommitmentId.New(), Some.Promise(Term.Of("adults", 2)) with { PromisedDue = null })], Some.Consent()),
                9 => new Confirm(id, Basis.Word, words),
                10 => new AskAgain(id),
                11 => new RecordAccount(id, words),
                12 => random.Next(3) switch { 0 => new Release(id, words), 1 => new Withdraw(id, words), _ => new Break(id, words) },
                13 => new OfferHandoff(id, Teams[random.Next(Teams.Length)].Team, Some.Due(Some.CheckIn + Duration.FromDays(600))),
                14 => new AcceptHandoff(id, _terms[id]),
                15 => new DeclineHandoff(id, words),
                _ => random.Next(2) == 0 ? new AddNote(id, words) : new Rely(id, words),
            };
        }

        private void Judge(CommitmentCommand command, Verdict verdict, Team by)
        {
            CommitmentModel model = _models[command.Commitment];
            string[] bounded = ["too_many", "outcome_missing", "nothing_changes", "commitment_exists", "due_in_past"];
            if (verdict.Refusal is { } refusal && bounded.Contains(refusal.Code)) return;
            (verdict.Refusal is null).Should().Be(model.Allows(command, by), "{0} on {1} {2}, answered {3}", command.GetType().Name, model.Conversation, model.Bindingness, verdict.Refusal);
            if (verdict.Refusal is not null) return;
            if (command is Split split)
            {
                foreach (Part part in split.Into) Add(part.Commitment, model.Owner, model.AskedToTakeOver, model.IsPaused);
            }

            bool wasOpen = model.IsOpen;
            model.Take(command, verdict.Entries[0].Event is Accepted accepted ? accepted.As : Bindingness.Bound, _talk);
            foreach (CommitmentId made in verdict.Entries.Select(entry => entry.Event).OfType<Promised>().Select(made => made.Commitment))
            {
                Add(made, model.Owner, model.AskedToTakeOver);
                if (command is Accept) _models[made].RestOf(model);
            }

            if (!wasOpen || model.IsOpen) return;
            Closed(command.Commitment);
        }

        /// <summary>A closed part may close its whole, and that one a whole of which it is a part.</summary>
        private void Closed(CommitmentId part)
        {
            foreach ((CommitmentId id, CommitmentModel whole) in _models)
            {
                if (whole.PartClosed(part, _models[part].Bindingness)) Closed(id);
            }
        }

        private void Learn(MakePromise command, Verdict verdict, Team by)
        {
            verdict.Refusal.Should().BeNull();
            if (verdict.Entries[0].Event is Promised)
            {
                Add(command.Commitment, by, command.DeliveredBy);
                return;
            }

            CommitmentModel repeated = _models[verdict.Commitment!.Id];
            repeated.Allows(new AskAgain(verdict.Commitment.Id), by).Should().BeTrue("only what stands is confirmed");
            repeated.Repeat(_talk);
        }

        private void Add(CommitmentId id, Team owner, Team? deliveredBy = null, bool isPaused = false)
        {
            if (_models.TryAdd(id, new CommitmentModel { Owner = owner, AskedToTakeOver = deliveredBy == owner ? null : deliveredBy, IsPaused = isPaused, Given = _talk })) _ids.Add(id);
        }

        private async Task CheckAsync()
        {
            var stream = StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest);
            StoredStream stored = (await _store.LoadAsync(stream, new LoadScope([.. _ids], null), CancellationToken.None))!;
            StoredEntry[] entries = await _store.ReadHistoryAsync(stream, 0, CancellationToken.None).ToArrayAsync();

            entries.Take(_written.Count).Select(entry => entry.BodyHash).Should().Equal(_written, "no entry is ever changed");
            Happened = [.. entries.Select(entry => entry.Type)];
            _written.Clear();
            _written.AddRange(entries.Select(entry => entry.BodyHash));

            CustomerRecord folded = entries.Aggregate(CustomerRecord.Empty(Some.Guest), (record, entry) => record.Apply(LedgerCodec.Decode(entry, Seals.Of(stored))));
            CustomerRecord documents = Seals.Read(Some.Guest, stored);
            documents.Should().Be(folded, "the documents are what the entries add up to");
            Contradictions.Among(documents.Commitments).Select(pair => (pair.First.Id, pair.Second.Id)).Should().BeEquivalentTo(
                from first in documents.Commitments
                from second in documents.Commitments
                where first.MadeAtVersion < second.MadeAtVersion && second.Contradicts(first)
                select (first.Id, second.Id));
            foreach (Commitment commitment in documents.Commitments)
            {
                CommitmentModel model = _models[commitment.Id];
                (commitment.IsOpen, commitment.Conversation, commitment.Bindingness).Should().Be((model.IsOpen, model.Conversation, model.Bindingness));
                commitment.Owner.Should().Be(model.Owner, "only who accepts a handoff owns what another team promised");
                (commitment.Doubt?.Times ?? 0, commitment.Assurances.Count).Should().Be((model.Asked, model.Assured));
                _terms[commitment.Id] = commitment.Held.Terms;
                (commitment.Closing is null).Should().Be(commitment.Bindingness is Bindingness.Bound);
            }
        }

        private async Task RepeatAsync(ActingLedger acting, Command command, Verdict first)
        {
            Verdict again = await acting.For(Some.Guest).TryAsync(command);

            again.IsReplay.Should().BeTrue();
            (again.Entries == first.Entries).Should().BeTrue();
            (await _store.ReadHistoryAsync(StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest), 0, CancellationToken.None).CountAsync()).Should().Be(_written.Count);
        }
    }
}
