using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>A random sequence of calls, each asked of the store and of the in-memory store, which is the model.</summary>
internal sealed class ModelRun
{
    private static readonly string[] Owners = ["reception", "housekeeping", "concierge"];

    private readonly Trial _trial;
    private readonly Dice _dice;
    private readonly InMemoryLedgerStore _model = new();
    private readonly Story[] _stories;
    private readonly List<StreamAppend> _sent = [];
    private readonly List<FeedEntry> _read = [];

    private ModelRun(Trial trial)
    {
        (_trial, _dice) = (trial, trial.Dice);
        _stories = [trial.NewStory(), trial.NewStory(), trial.NewStory(), trial.NewStory("another")];
    }

    public static async Task RunAsync(Trial trial, int calls, int maxAppends, int reopenOnceIn)
    {
        var run = new ModelRun(trial);
        for (int call = 0; call < calls; call++)
        {
            if (reopenOnceIn > 0 && trial.Dice.Once(reopenOnceIn)) await trial.ReopenAsync().ConfigureAwait(false);
            await run.StepAsync(maxAppends).ConfigureAwait(false);
        }

        await Stories.RequireAsync(trial, run._stories, Contract.Appended).ConfigureAwait(false);
        await run.ReadOnAsync().ConfigureAwait(false);
        Feeds.Require(trial, run._read, run._stories);
    }

    private Task StepAsync(int maxAppends) => _dice.Below(10) switch
    {
        < 5 => AppendAsync(_dice.Between(1, maxAppends)),
        5 or 6 => LoadAsync(),
        7 => HistoryAsync(),
        8 => FindAsync(),
        _ => ReadOnAsync(),
    };

    private async Task AppendAsync(int count)
    {
        StreamAppend[] appends = [.. Enumerable.Range(0, count).Select(_ => NextAppend())];
        IReadOnlyList<AppendResult> expected = await _model.AppendAsync(appends, _trial.Cancellation).ConfigureAwait(false);
        IReadOnlyList<AppendResult> actual = await _trial.Store.AppendAsync(appends, _trial.Cancellation).ConfigureAwait(false);
        IEnumerable<string> asked = appends.Select(append => $"{append.Stream.ToString()[..6]} at {append.ExpectedVersion} as {append.Command.ToString()[..6]}");
        _trial.Same(Show.Results(expected), Show.Results(actual), Contract.Batch, $"appends {Show.Lines(asked)}");
    }

    private StreamAppend NextAppend()
    {
        Story story = _dice.Pick(_stories);
        StreamAppend append = _dice.Below(10) switch
        {
            0 => story.DraftAt(_dice.Below((int)story.Version + 1)),
            1 => story.DraftAt(story.Version + _dice.Between(1, 3)),
            2 or 3 when _sent.Count > 0 => _dice.Pick(_sent),
            4 when _sent.Count > 0 => story.DraftAs(_dice.Pick(_sent).Command),
            _ => story.DraftWith(Changes(story), _dice.Between(1, 3)),
        };
        if (_sent.TrueForAll(sent => sent.Command != append.Command))
            append = append with { ExpectedHead = _dice.Below(5) switch { 0 => Digest.Of(_dice.Bytes(8)), 1 or 2 => story.Head, _ => null } };
        if (_dice.Once(3)) append = append with { MustBeNew = [.. append.Changed.Select(document => document.Commitment)] };
        bool isNew = _sent.TrueForAll(sent => sent.Stream != append.Stream || sent.Command != append.Command);
        if (isNew && append.Stream == story.Stream && append.ExpectedVersion == story.Version && !story.Forks(append) && !append.MustBeNew.Any(story.Has))
        {
            story.Accept(append);
            _sent.Add(append);
        }

        return append;
    }

    private List<CommitmentDocument> Changes(Story story)
    {
        CommitmentDocument[] known = _dice.Shuffle(story.Documents);
        var changes = new List<CommitmentDocument>();
        for (int count = _dice.Below(4); count > 0; count--)
        {
            CommitmentDocument document = count <= known.Length && _dice.Once(2) ? known[count - 1] : story.Document();
            changes.Add(document with
            {
                IsOpen = !_dice.Once(3),
                Due = _dice.Once(3) ? null : Moments.At(_dice.Below(6)),
                Owner = _dice.Pick(Owners),
                Lookups = [.. Enumerable.Range(0, _dice.Below(3)).Select(number => story.Lookup($"HX-{number}"))],
                State = _dice.Bytes(_dice.Below(50)),
            });
        }

        return changes;
    }

    private async Task LoadAsync()
    {
        Story story = _dice.Pick(_stories);
        CommandId? command = _sent.Count > 0 && _dice.Once(2) ? _dice.Pick(_sent).Command : null;
        var scope = new LoadScope([.. _dice.Shuffle(story.Documents).Take(3).Select(document => document.Commitment)], command);
        StoredStream? expected = await _model.LoadAsync(story.Stream, scope, _trial.Cancellation).ConfigureAwait(false);
        StoredStream? actual = await _trial.Store.LoadAsync(story.Stream, scope, _trial.Cancellation).ConfigureAwait(false);
        _trial.Same(Show.Stream(expected), Show.Stream(actual), Contract.Load, "a load");
    }

    private async Task HistoryAsync()
    {
        Story story = _dice.Pick(_stories);
        int after = _dice.Below((int)story.Version + 2);
        List<StoredEntry> actual = await _trial.Store.HistoryAsync(story.Stream, after, _trial.Cancellation).ConfigureAwait(false);
        _trial.Same(story.Entries.Skip(after).Select(Show.Entry), actual.Select(Show.Entry), Contract.History, $"the history after {after}");
    }

    private async Task FindAsync()
    {
        Story story = _dice.Pick(_stories);
        CommitmentQuery query = _dice.Below(3) switch
        {
            0 => new CommitmentQuery.DueBefore(story.Tenant, Moments.At(_dice.Below(7))),
            1 => new CommitmentQuery.OwnedBy(story.Tenant, _dice.Pick(Owners)),
            _ => new CommitmentQuery.WithLookup(story.Tenant, story.Lookup($"HX-{_dice.Below(3)}")),
        };
        CommitmentDocument[] known = [.. story.Documents];
        query = query with { Limit = _dice.Between(1, 9), After = known.Length > 0 && _dice.Once(2) ? FindPosition.Of(_dice.Pick(known)) : null };
        List<CommitmentDocument> expected = await _model.FindAllAsync(query, _trial.Cancellation).ConfigureAwait(false);
        List<CommitmentDocument> actual = await _trial.Store.FindAllAsync(query, _trial.Cancellation).ConfigureAwait(false);
        _trial.Same(expected.Select(Show.Document), actual.Select(Show.Document), Contract.Find, query.ToString());
    }

    private async Task ReadOnAsync()
    {
        int written = _stories.Sum(story => story.Entries.Count);
        await Feeds.ReadOnAsync(_trial, _trial.Store, _read, written).ConfigureAwait(false);
        _trial.Same(written, _read.Count, Contract.Feed, "entries read so far");
    }
}
