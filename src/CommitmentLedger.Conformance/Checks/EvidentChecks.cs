using System.Globalization;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What a store gives lets anybody find out whether something was changed behind its back.</summary>
internal static class EvidentChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Evident, "G4 G8", "The entries as read give the head as stored",
            "One field that comes back a little different breaks every chain in the store.", ChainHolds),
        new(Evident, "G8", "The body hash is that of the body as stored",
            "A hash that is computed when it is read is always right, and proves nothing.", BodyHashHolds),
        new(Evident, "G8", "A flipped bit in a body shows",
            "The words of a promise are changed after the dispute began.", trial => ShowsAsync(trial, TamperingKind.FlipBody)),
        new(Evident, "G8", "A deleted entry shows", "The promise that nobody wants to have given.", trial => ShowsAsync(trial, TamperingKind.Delete)),
        new(Evident, "G8", "Two swapped entries show",
            "First it was refused, then it was promised; or was it the other way round?", trial => ShowsAsync(trial, TamperingKind.SwapWithNext)),
        new(Evident, "G8", "A truncated stream shows",
            "The last entries are gone, and every remaining one is genuine.", trial => ShowsAsync(trial, TamperingKind.Truncate)),
        new(Evident, "G8", "A back-dated entry shows",
            "Told in time, says the entry; it was written the week after.", trial => ShowsAsync(trial, TamperingKind.BackDate)),
    ];

    private static async Task ChainHolds(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory("another")];
        await Stories.WriteAsync(trial, stories, 20).ConfigureAwait(false);
        StreamAppend odd = stories[0].DraftWith([], 2, entry => entry with { Team = "Gäste 夜間", OccurredAt = Microseconds.ToInstant(-1_234_567) });
        await stories[0].WriteAsync(trial.Store, odd).ConfigureAwait(false);
        foreach (Story story in stories)
        {
            if (await ProblemAsync(trial, story.Stream).ConfigureAwait(false) is { } problem) throw trial.Failure(Contract.Chain, "a chain that verifies", problem);
        }
    }

    private static async Task BodyHashHolds(Trial trial)
    {
        Story story = trial.NewStory();
        Digest elsewhere = Digest.Of("a body that was scrubbed before it came here"u8);
        await story.WriteAsync(trial.Store, story.DraftWith([], 2, entry => entry with { Body = ReadOnlyMemory<byte>.Empty, BodyHash = elsewhere })).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        List<StoredEntry> history = await trial.Store.HistoryAsync(story.Stream, 0, trial.Cancellation).ConfigureAwait(false);
        trial.Same(story.Entries.Select(Show.Entry), history.Select(Show.Entry), Contract.BodyHash,
            "entries whose body is empty and whose hash is that of what it was");
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task ShowsAsync(Trial trial, TamperingKind kind)
    {
        Story story = trial.NewStory();
        Story untouched = trial.NewStory();
        for (int round = 0; round < 5; round++) await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        await untouched.WriteAsync(trial.Store, untouched.Draft(3)).ConfigureAwait(false);
        if (await ProblemAsync(trial, story.Stream).ConfigureAwait(false) is { } before)
            throw trial.Failure(Contract.Chain, "a chain that verifies before anybody tampers with it: otherwise nothing could show", before);
        await trial.CloseAsync().ConfigureAwait(false);
        bool done = await trial.Subject.TamperAsync(new Tampering(kind, story.Stream, 8), trial.Cancellation).ConfigureAwait(false);
        await trial.OpenAsync().ConfigureAwait(false);
        if (!done) throw new DoesNotApplyException("Tampering needs StoreUnderTest.TamperAsync, which is not overridden or returned false for this kind of change.");
        string? problem = await ProblemAsync(trial, story.Stream).ConfigureAwait(false);
        if (problem is null || !problem.StartsWith("entry 8 ", StringComparison.Ordinal))
            throw trial.Failure(Contract.Chain, $"entry 8 of 10 as the first that does not verify after {kind}", problem ?? "a stream that verifies");
        await untouched.RequireAsync(trial.Store, Contract.Chain).ConfigureAwait(false);
    }

    /// <summary>The first thing that does not fit, as a verifier would find it from what the store gives; null when all fits.</summary>
    private static async Task<string?> ProblemAsync(Trial trial, StreamKey stream)
    {
        StoredStream? stored = await trial.Store.LoadAsync(stream, LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
        List<StoredEntry> history = await trial.Store.HistoryAsync(stream, 0, trial.Cancellation).ConfigureAwait(false);
        (long version, Digest head) = (0, default);
        foreach (StoredEntry entry in history)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"entry {++version}");
            if (entry.Version != version) return $"{place} is not there";
            if (!entry.Body.IsEmpty && EntryChain.HashOf(entry.Body.Span) != entry.BodyHash) return $"{place} has a body that does not have its hash";
            head = EntryChain.Next(head, stored?.Identity.Id ?? default, entry);
            if (head != entry.Head) return $"{place} does not follow from the one before it";
        }

        if (stored is null) return "there are entries and no stream";
        if (stored.Version > version) return string.Create(CultureInfo.InvariantCulture, $"entry {version + 1} and what follows is not there");
        return stored.Head == head ? null : $"the entries give the head {head}, stored is {stored.Head}";
    }
}
