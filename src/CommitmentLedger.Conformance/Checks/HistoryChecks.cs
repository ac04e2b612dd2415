using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The entries of one stream, as they were written.</summary>
internal static class HistoryChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "G4 H1", "Every field of an entry comes back as it was written",
            "A time cut to milliseconds, a text cut to a column: what was said is no longer what is read, and the chain breaks.", EveryField),
        new(Core, "H1 H2", "History starts after the version asked for",
            "An inclusive bound decodes the last entry twice, and a replayed command then answers with a stranger's entry.", After),
        new(Core, "H1", "History is in order of version across 9 to 10, 99 to 100 and 999 to 1000", "Versions kept or sorted as text put 10 before 9.", Boundaries),
        new(Core, "H3", "A reader of history may stop early and begin again",
            "A reader that is not disposed keeps its connection, and the pool runs dry.", StopsEarly),
        new(Core, "H1 G3", "History gives one stream's entries only", "A missing predicate reads the neighbour's entries with the same versions.", OneStream),
    ];

    private static async Task EveryField(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument document = story.Document();
        int index = 0;
        StreamAppend append = story.DraftWith([document], 4, entry => Vary(entry, index++));
        await story.WriteAsync(trial.Store, append).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([])).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Fields).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static StoredEntry Vary(StoredEntry entry, int index) => index switch
    {
        0 => entry with { SchemaVersion = int.MaxValue, Commitment = null },
        1 => entry with { OccurredAt = Microseconds.ToInstant(-1), RecordedAt = Microseconds.ToInstant(1_767_225_600_123_457) },
        2 => entry with { Team = "Gäste-Team 夜間 🛎", Type = "offered-handoff" },
        _ => entry with { Body = ReadOnlyMemory<byte>.Empty, BodyHash = EntryChain.HashOf([]) },
    };

    private static async Task After(Trial trial)
    {
        Story story = trial.NewStory();
        for (int round = 0; round < 5; round++) await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        foreach (int after in new[] { 0, 1, 2, 5, 9, 10, 11, 1_000 })
        {
            List<StoredEntry> read = await trial.Store.HistoryAsync(story.Stream, after, trial.Cancellation).ConfigureAwait(false);
            trial.Same(story.Entries.Skip(after).Select(Show.Entry), read.Select(Show.Entry), Contract.History, $"entries after version {after} of 10");
        }
    }

    private static async Task Boundaries(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.DraftWith([], 1_005)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.History).ConfigureAwait(false);
        foreach (int after in new[] { 8, 9, 10, 98, 99, 100, 998, 999, 1_000 })
        {
            List<StoredEntry> read = await StoreReading.TakeAsync(trial.Store.ReadHistoryAsync(story.Stream, after, trial.Cancellation), 3).ConfigureAwait(false);
            trial.Same(story.Entries.Skip(after).Take(3).Select(Show.Entry), read.Select(Show.Entry), Contract.History, $"three entries after {after}");
        }
    }

    private static async Task StopsEarly(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft(50)).ConfigureAwait(false);
        for (int round = 0; round < 200; round++)
        {
            List<StoredEntry> read = await StoreReading.TakeAsync(trial.Store.ReadHistoryAsync(story.Stream, 0, trial.Cancellation), 1).ConfigureAwait(false);
            trial.Same(1, read[0].Version, Contract.History, "the first entry");
        }

        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.History).ConfigureAwait(false);
    }

    private static async Task OneStream(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory(), trial.NewStory("another")];
        await Stories.WriteAsync(trial, stories, 15).ConfigureAwait(false);
        await Stories.RequireAsync(trial, stories, Contract.History).ConfigureAwait(false);
    }
}
