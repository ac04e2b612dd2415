using NodaTime;

namespace CommitmentLedger.Tests;

/// <summary>Given what happened, when a command comes, then entries or a refusal: rules told as a story, without a store.</summary>
internal sealed class Story
{
    private ulong _reference;
    private Outcome? _last;

    public Instant Now { get; private set; } = Some.Monday;

    public CustomerRecord Record { get; private set; } = CustomerRecord.Empty(Some.Guest);

    public Calendars Calendars { get; init; } = Some.Calendars;

    public List<Entry> Entries { get; } = [];

    /// <summary>The commitment that the story is mostly about.</summary>
    public CommitmentId Id { get; } = CommitmentId.New();

    public Commitment It => Of(Id);

    public Outcome Last => _last ?? throw new InvalidOperationException("Nothing was asked yet.");

    public Commitment Of(CommitmentId id) => Record.Find(id) ?? throw new InvalidOperationException("There is no such commitment.");

    public Story At(Instant now)
    {
        Now = now;
        return this;
    }

    /// <summary>A command about the commitment of the story.</summary>
    public Story WhenIt(Func<CommitmentId, Command> command, Actor? by = null) => When(command(Id), by);

    public Story After(Duration duration) => At(Now + duration);

    /// <summary>Something that must go well for the story to make sense.</summary>
    public Story Given(Command command, Actor? by = null) => When(command, by).ThenIsRecorded();

    public Story GivenPromise(Promise? promise = null, Actor? by = null) => Given(new MakePromise(Id, promise ?? Some.Promise()) { AlreadySpoken = promise is { PromisedDue: null } }, by);

    public Story When(Command command, Actor? by = null)
    {
        ValueList<PromiseReference> references = [.. Enumerable.Range(0, command.ReferencesNeeded).Select(_ => PromiseReference.FromNumber(_reference++))];
        _last = Outcome.On(command, Record, new Circumstances(Now, command.OccurredAt ?? Now, by ?? Some.Membership, Calendars, references, Some.Dubai));
        Record = _last.Next;
        Entries.AddRange(_last.Entries);
        return this;
    }

    public Story ThenIsRecorded()
    {
        Last.Refusal.Should().BeNull();
        Last.Entries.Count.Should().BePositive();
        return this;
    }

    public Story Then(params Type[] events)
    {
        ThenIsRecorded();
        Last.Entries.Select(entry => entry.Event.GetType()).Should().Equal(events);
        return this;
    }

    public Refusal ThenIsRefused(string code)
    {
        Last.Entries.Should().BeEmpty();
        Last.Refusal.Should().NotBeNull("'{0}' was expected", code);
        Last.Refusal!.Code.Should().Be(code);
        Last.Refusal.Message.Should().MatchRegex(@"^[A-Z].*\.$");
        return Last.Refusal;
    }

    /// <summary>What contradicts a commitment now, as a verdict about it would say.</summary>
    public ValueList<CommitmentId> Contradicts(CommitmentId id) => Contradictions.Of([Entries.Last(entry => entry.Event.About == id)], Record);

    public Briefing Brief(string occasion = "check-in") => Briefing.Compose(Record, new Occasion(occasion), Now, Some.Dubai);
}
