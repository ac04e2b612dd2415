using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>What the ledger tells about itself, by names that stay, and never about a customer.</summary>
/// <remarks>Activities and metrics are the process's: nobody else may run beside.</remarks>
[Collection(Alone)]
public sealed class TelemetryTests : IAsyncDisposable
{
    private const string Alone = "telemetry";

    private const string Secret = "Xantippe-0555";

    private readonly ManualTime _time = new(Some.Monday);
    private readonly FaultyStore _store = new(new InMemoryLedgerStore());
    private readonly ConcurrentQueue<string> _logged = new();
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)> _measured = new();
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener = new();
    private readonly Ledger _ledger;

    public TelemetryTests()
    {
        _activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LedgerTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener.InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == LedgerTelemetry.Name) listener.EnableMeasurementEvents(instrument); };
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _meterListener.Start();
        _ledger = new Ledger(_store, new LedgerOptions { Zone = Some.Dubai, MaxAttempts = 2 }, _time, new CollectingLogger(_logged));
    }

    private CustomerLedger Desk => _ledger.ActingAs(Some.Membership).For(Some.Guest);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    [Fact]
    public async Task A_command_is_an_activity_with_its_three_steps_and_its_outcome()
    {
        var id = CommitmentId.New();
        await Desk.PromiseAsync(id, Some.Promise());
        _activities.Clear();

        await Desk.TryAsync(new Accept(id));

        _activities.Select(activity => activity.OperationName).Should().Equal(
            "commitment_ledger.decide", "commitment_ledger.load", "commitment_ledger.decide", "commitment_ledger.command");
        Activity command = _activities.Last();
        command.Tags.Should().BeEquivalentTo(new Dictionary<string, string?>
        {
            ["commitment_ledger.verb"] = "accept",
            ["commitment_ledger.outcome"] = "refused",
            ["commitment_ledger.refusal"] = "out_of_turn",
        });
        _activities.SkipLast(1).Should().OnlyContain(step => step.ParentId == command.Id);
        await Desk.AskAgainAsync(id);
        _activities.Select(activity => activity.OperationName).Should().Contain("commitment_ledger.append");
    }

    [Fact]
    public async Task Outcomes_are_counted_by_verb_and_refusal_code()
    {
        var id = CommitmentId.New();
        var command = new AskAgain(id);
        await Desk.PromiseAsync(id, Some.Promise());
        await Desk.TryAsync(command);
        await Desk.TryAsync(new AskAgain(id) { Id = command.Id });
        await Desk.TryAsync(new AskAgain(CommitmentId.New()));
        _store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is away.");
        await FluentActions.Awaiting(() => Desk.AskAgainAsync(id)).Should().ThrowAsync<LedgerUnavailableException>();
        _store.BeforeAppend = _ => throw new LedgerOutcomeUnknownException("The reply was lost.");
        await FluentActions.Awaiting(() => Desk.AskAgainAsync(id)).Should().ThrowAsync<LedgerOutcomeUnknownException>();

        Of("commitment_ledger.command.duration").Select(tags => string.Join(' ', tags.Select(tag => tag.Value))).Should().Equal(
            "promise recorded", "ask-again recorded", "ask-again replayed", "ask-again refused commitment_unknown", "ask-again unavailable", "ask-again unknown");
        Of("commitment_ledger.append.batch.size").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Conflicts_and_lost_marks_are_counted_and_logged()
    {
        var id = CommitmentId.New();
        await Desk.PromiseAsync(id, Some.Promise());
        await using var other = new Ledger(_store, time: _time);
        bool isOthersTurn = true;
        _store.BeforeAppend = async _ =>
        {
            if (!isOthersTurn) return;
            isOthersTurn = false;
            await other.ActingAs(Some.PhoneLine).For(Some.Guest).AskAgainAsync(id);
        };
        await Desk.AskAgainAsync(id);
        _store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is away.");
        await Desk.BriefAsync(new Occasion("call"));
        await _ledger.FlushAsync();

        Of("commitment_ledger.conflicts").Should().ContainSingle().Which.Should().ContainSingle(tag => Equals(tag.Value, "ask-again"));
        Of("commitment_ledger.briefing.duration").Should().ContainSingle();
        Of("commitment_ledger.marks.lost").Should().ContainSingle();
        _logged.Should().Contain(line => line.Contains("could not be recorded"));
    }

    [Fact]
    public async Task A_mark_that_is_refused_is_logged_with_the_code()
    {
        await using var ledger = new Ledger(_store, new LedgerOptions(), new SetBackTime(), new CollectingLogger(_logged));

        await ledger.ActingAs(Some.Membership).For(Some.Guest).BriefAsync(new Occasion("call"));
        await ledger.FlushAsync();

        _logged.Should().ContainSingle(line => line.Contains("refused: occurred_in_future"));
        Of("commitment_ledger.marks.lost").Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_of_a_customer_is_in_tags_logs_or_messages()
    {
        var secret = Words.Verbatim(Secret);
        CustomerLedger desk = _ledger.ForTenant(TenantId.Of(Secret)).ActingAs(new Actor(Team.Of(Secret), Person.Of(Secret), Channel.Phone)).For(CustomerId.Of(Secret));
        var promise = new Promise
        {
            Words = secret,
            Terms = [Term.Of(Secret, Secret)],
            Preconditions = [Precondition.ByCustomer(Secret)],
            Choices = [Choice.Of(Secret, [Option.Of(Secret), Option.Of("other")])],
            Readings = [secret, Words.Verbatim("other")],
            PromisedDue = Some.Due(),
            Matter = LookupKey.Booking(Secret),
            Occasion = new Occasion(Secret),
        };
        var messages = new List<string>();
        foreach (Action<FaultyStore> trouble in new Action<FaultyStore>[]
        {
            _ => { },
            store => store.BeforeAppend = _ => throw new LedgerUnavailableException("The store is away."),
            store => store.AfterAppend = _ => throw new LedgerOutcomeUnknownException("The reply was lost."),
            store => store.BeforeAppend = _ => throw new LedgerOutcomeUnknownException("The reply was lost."),
        })
        {
            (_store.BeforeAppend, _store.AfterAppend) = (_ => Task.CompletedTask, _ => Task.CompletedTask);
            trouble(_store);
            var id = CommitmentId.New();
            foreach (Command command in new Command[]
            {
                new MakePromise(id, promise), new MakePromise(id, promise with { PromisedDue = null }), new StateDone(id), new Choose(id, Secret, "no such"), new MeetPrecondition(id, "no such"),
                new Clarify(id, secret), new AskAgain(id, secret), new AddNote(id, secret, Evidence.At(Secret)), new OfferHandoff(id, Team.Of(Secret), Some.Due(), secret),
                new AcceptHandoff(id, [Term.Of(Secret, "other")]), new Pause(id, Party.Us, Secret), new Break(id, secret), new Release(id, secret), new Brief(new Occasion(Secret)),
            })
            {
                await RecordMessagesAsync(() => desk.DoAsync(command), messages);
            }

            await RecordMessagesAsync(() => desk.BriefAsync(new Occasion(Secret)), messages);
            await _ledger.FlushAsync();
        }

        _logged.Concat(messages).Should().NotBeEmpty().And.NotContain(line => line.Contains(Secret));
        _activities.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Key} {tag.Value}").Append(activity.DisplayName)).Should().NotBeEmpty().And.NotContain(text => text.Contains(Secret));
        _measured.SelectMany(measured => measured.Tags).Select(tag => $"{tag.Key} {tag.Value}").Should().NotBeEmpty().And.NotContain(text => text.Contains(Secret));
    }

    private static async Task RecordMessagesAsync(Func<Task> act, List<string> messages)
    {
        try
        {
            await act();
        }
        catch (Exception problem)
        {
            for (Exception? one = problem; one is not null; one = one.InnerException) messages.Add(one.ToString());
        }
    }

    private IEnumerable<KeyValuePair<string, object?>[]> Of(string instrument) => _measured.Where(measured => measured.Instrument == instrument).Select(measured => measured.Tags);

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _measured.Enqueue((instrument.Name, value, tags.ToArray()));

    /// <summary>A clock that is right once and a day behind from then on.</summary>
    private sealed class SetBackTime : TimeProvider
    {
        private int _calls;

        public override DateTimeOffset GetUtcNow() => (Interlocked.Increment(ref _calls) == 1 ? Some.Monday : Some.Monday - Duration.FromDays(1)).ToDateTimeOffset();
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;

    private sealed class CollectingLogger(ConcurrentQueue<string> lines) : ILogger<Ledger>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
