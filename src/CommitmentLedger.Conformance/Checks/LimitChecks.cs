using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The edges of what the core may hand over.</summary>
internal static class LimitChecks
{
    private const int Mebibyte = 1024 * 1024;

    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A8", "An append of 10,000 entries is one append", "Parameters of a statement have a limit; beyond it the append falls into pieces.", ManyEntries),
        new(Core, "G4", "Bodies, states and records of 1 MiB come back byte-identical", "A column or a buffer that cuts at 64 KiB cuts evidence.", LargeBodies),
        new(Core, "G4", "Any bytes come back byte-identical, zeros and invalid UTF-8 included",
            "An encrypted body is not text; a column of text ends at its first zero.", AnyBytes),
        new(Core, "G4 Q2", "The longest texts and the most lookup keys are kept",
            "A column one character too short fails on the one team that has that name.", MaxTextLength),
        new(Core, "G4 Q1", "Times keep their microseconds, long ago and far ahead",
            "A legacy promise is older than 1970, and a lifetime guarantee ends after 2038.", Times),
        new(Core, "L3", "A customer with 2,000 open commitments is loaded whole", "A silent page of 1,000 forgets every other promise of a large account.", ManyOpen),
        new(Core, "G4 A1 A4 A5", "Versions go on beyond 2^31", "A version in 32 bits ends a stream that a machine writes to.", LargeVersions),
    ];

    private static async Task ManyEntries(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([story.Document()], 10_000)).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task LargeBodies(Trial trial)
    {
        Story story = trial.NewStory();
        foreach (int length in new[] { 65_535, 65_536, Mebibyte })
        {
            byte[] body = trial.Dice.Bytes(length);
            CommitmentDocument document = story.Document() with { State = trial.Dice.Bytes(length) };
            StreamAppend append = story.DraftWith([document], 2, entry => entry with { Body = body, BodyHash = EntryChain.HashOf(body) });
            await story.WriteAsync(trial.Store, append with { Record = trial.Dice.Bytes(length) }).ConfigureAwait(false);
        }

        await story.RequireAsync(trial.Store, Contract.Fields).ConfigureAwait(false);
    }

    private static async Task AnyBytes(Trial trial)
    {
        Story story = trial.NewStory();
        byte[][] contents = [[], [0], [0, 0, 0, 65], [0xFF, 0xFE, 0x00, 0xC3, 0x28], [.. Enumerable.Range(0, 256).Select(value => (byte)value)], "\r\n'\"\\;--"u8.ToArray()];
        foreach (byte[] content in contents)
        {
            CommitmentDocument document = story.Document() with { State = content };
            StreamAppend append = story.DraftWith([document], 1, entry => entry with { Body = content, BodyHash = EntryChain.HashOf(content) });
            await story.WriteAsync(trial.Store, append with { Record = content }).ConfigureAwait(false);
            await story.RequireAsync(trial.Store, Contract.Fields).ConfigureAwait(false);
        }
    }

    private static async Task MaxTextLength(Trial trial)
    {
        Story story = trial.NewStory();
        string longest = string.Concat(Enumerable.Repeat("夜", 99)) + "é";
        LookupDigest[] lookups = [.. Enumerable.Range(0, 112).Select(index => story.Lookup($"HX-{index}"))];
        CommitmentDocument document = story.Document(owner: longest, lookups: lookups);
        StreamAppend append = story.DraftWith([document], 1, entry => entry with { Team = longest, Type = new string('a', 60) });
        await story.WriteAsync(trial.Store, append).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Fields).ConfigureAwait(false);
        List<CommitmentDocument> found = await trial.Store.FindAllAsync(new CommitmentQuery.OwnedBy(story.Tenant, longest), trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Set([document]), Show.Set(found), Contract.Find, "what a team with a name of 100 characters owns");
    }

    private static async Task Times(Trial trial)
    {
        Story story = trial.NewStory();
        Instant[] times =
        [
            Instant.FromUtc(1900, 1, 1, 0, 0), Microseconds.ToInstant(-1), Microseconds.ToInstant(0), Microseconds.ToInstant(1), Instant.FromUtc(2038, 1, 19, 3, 14,
                8), Instant.FromUtc(9998, 12, 31, 23, 59) + Duration.FromTicks(10),
        ];
        CommitmentDocument[] documents = [.. times.Select(time => story.Document(due: time))];
        int index = 0;
        StreamAppend append = story.DraftWith(documents, times.Length, entry => entry with { OccurredAt = times[index], RecordedAt = times[index++] });
        await story.WriteAsync(trial.Store, append).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Fields).ConfigureAwait(false);
        foreach (Instant time in times)
        {
            var query = new CommitmentQuery.DueBefore(story.Tenant, time);
            List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
            trial.Same(query.Answer(documents).Select(Show.Document), found.Select(Show.Document), Contract.Find, $"what is due before {time}");
        }
    }

    private static async Task ManyOpen(Trial trial)
    {
        Story story = trial.NewStory();
        for (int round = 0; round < 4; round++)
            await story.WriteAsync(trial.Store, story.DraftWith([.. Enumerable.Range(0, 500).Select(_ => story.Document())])).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Load).ConfigureAwait(false);
    }

    private static async Task LargeVersions(Trial trial)
    {
        const long Beyond = 1L << 31;
        Story story = trial.NewStory();
        story.Follow(new StoredStream(story.Identity, Beyond - 2, Digest.Of("earlier"u8), default, [], Command: null));
        StreamAppend first = story.Draft();
        await trial.CloseAsync().ConfigureAwait(false);
        bool isForced = await trial.Subject.ForceAppendAsync(first, trial.Cancellation).ConfigureAwait(false);
        await trial.OpenAsync().ConfigureAwait(false);
        if (!isForced) throw new DoesNotApplyException("Reaching version 2^31 needs StoreUnderTest.ForceAppendAsync, which is not overridden or returned false.");
        story.Accept(first);
        StreamAppend across = await story.WriteAsync(trial.Store, story.Draft(3)).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        await story.RequireAsync(trial.Store).ConfigureAwait(false);
        trial.Same(new AppendResult.Replayed(Beyond, Beyond + 2), await trial.Store.AppendOneAsync(across, trial.Cancellation).ConfigureAwait(false),
            Contract.Replayed, "a command that wrote across 2^31");
        trial.Same(new AppendResult.Conflict(Beyond + 4), await trial.Store.AppendOneAsync(story.DraftAt(Beyond), trial.Cancellation).ConfigureAwait(false),
            Contract.Conflict, "a late append at 2^31");
        List<StoredEntry> rest = await trial.Store.HistoryAsync(story.Stream, Beyond, trial.Cancellation).ConfigureAwait(false);
        trial.Same(4, rest.Count, Contract.History, "entries after version 2^31");
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }
}
