using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Importing history, and a store that examines itself.</summary>
internal static class UpkeepChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "I1", "An imported stream is like one that was appended",
            "A bulk copy that leaves out the command table or the feed makes a customer that nobody can write to or watch.", Imports),
        new(Durable, "I2", "Importing a stream that exists is refused and changes nothing", "A bulk copy that overwrites: the import is run twice.", ImportRefuses),
        new(Durable, "I3", "Importing the same stream twice is refused", "Two halves of one customer, each thought whole: the second replaces or follows the first.", ImportTwice),
        new(Durable, "I4", "Importing a part of a stream is a mistake and writes nothing",
            "A bulk copy compares no version: the part stands where the whole should, or after a gap.", ImportPart),
        new(Durable, "I5 I1", "Of an imported history the append's command is remembered, and its entries keep their own",
            "A history of ten years has a hundred commands; the import must stay repeatable by one.", ImportCommands),
        new(Durable, "D1", "The doctor finds a fresh store healthy and changes nothing",
            "A doctor that repairs what it examines cannot be run in production.", Healthy),
        new(Durable, "D2", "The doctor finds what the store rests on when it is harmed",
            "NEventStore, once: an index was missing in production, and nobody was told.", FindsHarm),
    ];

    private static async Task Imports(Trial trial)
    {
        IStoreImporter importer = trial.Capable<IStoreImporter>();
        Story before = trial.NewStory();
        await before.WriteAsync(trial.Store).ConfigureAwait(false);
        Story[] stories = [.. Enumerable.Range(0, 30).Select(_ => trial.NewStory())];
        StreamAppend[] appends = [.. stories.Select(story => story.DraftWith([story.Document(due: Moments.At(1)), story.Document(isOpen: false)], trial.Dice.Between(1, 5)))];
        long written = await importer.ImportAsync(appends.ToAsyncEnumerable(), progress: null, trial.Cancellation).ConfigureAwait(false);
        trial.Same(appends.Sum(append => append.Entries.Count), written, Contract.Import, "entries imported");
        for (int index = 0; index < stories.Length; index++) stories[index].Accept(appends[index]);
        await trial.ReopenAsync().ConfigureAwait(false);
        trial.Same(new AppendResult.Replayed(1, stories[0].Version), await trial.Store.AppendOneAsync(appends[0], trial.Cancellation).ConfigureAwait(false),
            Contract.Import, "an imported command sent again");
        foreach (Story story in stories) await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await Stories.RequireAsync(trial, [before, .. stories], Contract.Import).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, [before, .. stories]).ConfigureAwait(false);
    }

    private static async Task ImportRefuses(Trial trial)
    {
        IStoreImporter importer = trial.Capable<IStoreImporter>();
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        var rival = new Story(trial, "kit", "customer 1");
        await RequireRefusedAsync<InvalidOperationException>(trial, importer, "for a stream that exists", rival.Draft(4)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Import).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task ImportTwice(Trial trial)
    {
        IStoreImporter importer = trial.Capable<IStoreImporter>();
        Story story = trial.NewStory();
        var again = new Story(trial, "kit", "customer 1");
        StreamAppend first = story.Draft(3);
        await RequireRefusedAsync<InvalidOperationException>(trial, importer, "for a stream that comes twice", first, again.Draft(2)).ConfigureAwait(false);
        StoredStream? stored = await trial.Store.LoadAsync(story.Stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
        if (stored is not null) story.Accept(first);
        await story.RequireAsync(trial.Store, Contract.Import).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task ImportPart(Trial trial)
    {
        IStoreImporter importer = trial.Capable<IStoreImporter>();
        Story story = trial.NewStory();
        await RequireRefusedAsync<ArgumentException>(trial, importer, "for an append that expects version 3", story.DraftAt(3)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Import).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task ImportCommands(Trial trial)
    {
        IStoreImporter importer = trial.Capable<IStoreImporter>();
        Story story = trial.NewStory();
        CommandId[] commands = [.. Enumerable.Range(0, 3).Select(_ => new CommandId(trial.Dice.Guid()))];
        StreamAppend history = story.DraftWith([story.Document()], commands.Length, entry => entry with { Command = commands[entry.Version - 1] }, commands[0]);
        await importer.ImportAsync(new[] { history }.ToAsyncEnumerable(), progress: null, trial.Cancellation).ConfigureAwait(false);
        story.Accept(history);
        await story.RequireAsync(trial.Store, Contract.ImportCommand).ConfigureAwait(false);
        foreach (CommandId other in commands[1..])
        {
            StoredStream? stored = await trial.Store.LoadAsync(story.Stream, new LoadScope([], other), trial.Cancellation).ConfigureAwait(false);
            trial.Same(Show.Command(null), Show.Command(stored?.Command), Contract.ImportCommand, "a command that wrote an entry of the history");
        }

        trial.Same(new AppendResult.Replayed(1, 3), await trial.Store.AppendOneAsync(history, trial.Cancellation).ConfigureAwait(false),
            Contract.ImportCommand, "the import's own command, sent again");
        await story.WriteAsync(trial.Store, story.DraftAs(commands[1])).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.ImportCommand).ConfigureAwait(false);
    }

    private static async Task RequireRefusedAsync<T>(Trial trial, IStoreImporter importer, string why, params StreamAppend[] streams)
        where T : Exception
    {
        try
        {
            await importer.ImportAsync(streams.ToAsyncEnumerable(), progress: null, trial.Cancellation).ConfigureAwait(false);
        }
        catch (T)
        {
            return;
        }

        throw trial.Failure(Contract.Import, $"{typeof(T).Name} {why}", "no exception");
    }

    private static async Task Healthy(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        for (int round = 0; round < 2; round++) await RequireHealthyAsync(trial, "no danger in a fresh store").ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Doctor).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task FindsHarm(Trial trial)
    {
        for (int round = 0; round < 3; round++) await trial.NewStory().WriteAsync(trial.Store).ConfigureAwait(false);
        await RequireHealthyAsync(trial, "no danger before the store is harmed: a doctor who always finds one finds nothing").ConfigureAwait(false);
        await trial.CloseAsync().ConfigureAwait(false);
        bool harmed = await trial.Subject.SabotageAsync(trial.Cancellation).ConfigureAwait(false);
        if (!harmed) throw new DoesNotApplyException("Harming the store needs StoreUnderTest.SabotageAsync, which is not overridden or returned false.");
        if (await WasRefusedAtOpenAsync(trial).ConfigureAwait(false)) return;
        DoctorReport report = await trial.Capable<IStoreDoctor>().ExamineAsync(trial.Cancellation).ConfigureAwait(false);
        if (report.IsHealthy) throw trial.Failure(Contract.Doctor, "a danger found in a store that was harmed", "a healthy report");
    }

    private static async Task RequireHealthyAsync(Trial trial, string expected)
    {
        DoctorReport report = await trial.Capable<IStoreDoctor>().ExamineAsync(trial.Cancellation).ConfigureAwait(false);
        if (!report.IsHealthy) throw trial.Failure(Contract.Doctor, expected, string.Join(" | ", report.Findings));
    }

    /// <summary>A store may also refuse to open at all: that is a doctor who does not wait to be asked.</summary>
    private static async Task<bool> WasRefusedAtOpenAsync(Trial trial)
    {
        try
        {
            await trial.OpenAsync().ConfigureAwait(false);
            return false;
        }
        catch (LedgerUnavailableException)
        {
            return true;
        }
    }
}
