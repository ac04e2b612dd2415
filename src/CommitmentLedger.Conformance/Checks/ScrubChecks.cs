using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The operations that take something away or replace it: they touch what they are told to, and nothing else.</summary>
internal static class ScrubChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Evident, "S1", "Scrubbing empties the bodies named and keeps headers, hashes and head",
            "Erasure that breaks the chain makes the honest ledger look forged.", Scrubs),
        new(Evident, "S3", "Scrubbing again changes nothing and counts nothing", "Erasure is repeated until somebody is sure that it was done.", ScrubsAgain),
        new(Evident, "S1 G3", "Scrubbing one tenant leaves every other byte-identical", "Marten, once: masking one tenant overwrote another's events.", ScrubsOneTenant),
        new(Evident, "S2", "What was scrubbed is gone from history and feed, after opening again too",
            "A copy of the body beside the feed keeps what the customer wanted gone.", ScrubbedEverywhere),
        new(Evident, "S4", "The bytes of a scrubbed body are gone from the data files too",
            "A body that is only marked as empty is read by whoever opens the file.", ScrubbedFromTheFiles),
        new(Evident, "S3", "Scrubbing what the store does not have is passed over and counts nothing",
            "Erasure goes through lists that are older than the ledger; it must not stop at the first stranger.", ScrubsStrangers),
        new(Evident, "R1", "Rebuilding replaces all documents of a stream and leaves its entries alone",
            "A rebuild that only adds keeps the wrong document that it was run for.", Rebuilds),
        new(Evident, "R2", "Rebuilding at another version is refused and writes nothing",
            "Documents made from ten entries, written over those of eleven.", RebuildsStale),
        new(Evident, "R1 G3", "Rebuilding one tenant leaves every other byte-identical",
            "A delete by commitment id alone takes away the neighbour's.", RebuildsOneTenant),
    ];

    private static async Task Scrubs(Trial trial)
    {
        IStoreScrubber scrubber = trial.Capable<IStoreScrubber>();
        Story story = await WrittenAsync(trial, "kit", "scrubbed").ConfigureAwait(false);
        trial.Same(3, await scrubber.ScrubAsync(story.Stream, [2, 3, 9], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied");
        Scrub(story, 2, 3, 9);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
    }

    private static async Task ScrubsAgain(Trial trial)
    {
        IStoreScrubber scrubber = trial.Capable<IStoreScrubber>();
        Story story = await WrittenAsync(trial, "kit", "scrubbed").ConfigureAwait(false);
        trial.Same(0, await scrubber.ScrubAsync(story.Stream, [], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied of none");
        trial.Same(2, await scrubber.ScrubAsync(story.Stream, [1, 2], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied");
        trial.Same(0, await scrubber.ScrubAsync(story.Stream, [1, 2], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied the second time");
        trial.Same(1, await scrubber.ScrubAsync(story.Stream, [2, 3], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied of which one was empty");
        Scrub(story, 1, 2, 3);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
    }

    private static async Task ScrubsOneTenant(Trial trial)
    {
        IStoreScrubber scrubber = trial.Capable<IStoreScrubber>();
        Story one = await WrittenAsync(trial, "hotel one", "guest 7731").ConfigureAwait(false);
        Story two = await WrittenAsync(trial, "hotel two", "guest 7731").ConfigureAwait(false);
        Story neighbour = await WrittenAsync(trial, "hotel two", "guest 7732").ConfigureAwait(false);
        await scrubber.ScrubAsync(two.Stream, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], trial.Cancellation).ConfigureAwait(false);
        await one.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
        await neighbour.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
    }

    private static async Task ScrubbedEverywhere(Trial trial)
    {
        IStoreScrubber scrubber = trial.Capable<IStoreScrubber>();
        Story story = await WrittenAsync(trial, "kit", "scrubbed").ConfigureAwait(false);
        await scrubber.ScrubAsync(story.Stream, [4, 5], trial.Cancellation).ConfigureAwait(false);
        Scrub(story, 4, 5);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
        if (trial.Subject.WhyNot(Durable) is not null) return;
        await trial.ReopenAsync().ConfigureAwait(false);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task ScrubbedFromTheFiles(Trial trial)
    {
        _ = trial.Capable<IStoreScrubber>();
        byte[] body = trial.Dice.Bytes(48);
        Story story = await WrittenAsync(trial, "kit", "scrubbed").ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([], 1, entry => entry with { Body = body, BodyHash = EntryChain.HashOf(body) })).ConfigureAwait(false);
        await story.WriteAsync(trial.Store).ConfigureAwait(false);
        if (!await FindsAsync(trial, body).ConfigureAwait(false))
            throw new DoesNotApplyException("StoreUnderTest.FindsBytesAsync does not find a body that is there: what it looked at cannot show that one is gone.");
        await trial.OpenAsync().ConfigureAwait(false);
        trial.Same(1, await trial.Capable<IStoreScrubber>().ScrubAsync(story.Stream, [11], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied");
        if (await FindsAsync(trial, body).ConfigureAwait(false)) throw trial.Failure(Contract.Gone, "a scrubbed body in no data file", "its bytes");
        await trial.OpenAsync().ConfigureAwait(false);
        Scrub(story, 11);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
    }

    private static async Task<bool> FindsAsync(Trial trial, byte[] bytes)
    {
        await trial.CloseAsync().ConfigureAwait(false);
        return await trial.Subject.FindsBytesAsync(bytes, trial.Cancellation).ConfigureAwait(false)
            ?? throw new DoesNotApplyException("Looking into the data files needs StoreUnderTest.FindsBytesAsync, which is not overridden or returned null.");
    }

    private static async Task ScrubsStrangers(Trial trial)
    {
        IStoreScrubber scrubber = trial.Capable<IStoreScrubber>();
        Story story = await WrittenAsync(trial, "kit", "scrubbed").ConfigureAwait(false);
        StreamKey nobody = trial.NewStory().Stream;
        trial.Same(0, await scrubber.ScrubAsync(nobody, [1, 2], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied of a stream that does not exist");
        trial.Same(0, await scrubber.ScrubAsync(story.Stream, [0, 99], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied of versions that do not exist");
        trial.Same(1, await scrubber.ScrubAsync(story.Stream, [99, 10, 10], trial.Cancellation).ConfigureAwait(false), Contract.Scrub, "bodies emptied, one among strangers, named twice");
        Scrub(story, 10);
        await story.RequireAsync(trial.Store, Contract.Scrub).ConfigureAwait(false);
    }

    private static async Task Rebuilds(Trial trial)
    {
        IStoreRebuilder rebuilder = trial.Capable<IStoreRebuilder>();
        Story story = await WrittenAsync(trial, "kit", "rebuilt").ConfigureAwait(false);
        CommitmentDocument kept = story.Documents.First() with { Owner = "housekeeping", Due = null, Lookups = [story.Lookup("HX-9")] };
        StreamDocuments documents = new(story.Stream, story.Version, trial.Dice.Bytes(33), [kept, story.Document(isOpen: false)]);
        bool replaced = await rebuilder.ReplaceDocumentsAsync(documents, trial.Cancellation).ConfigureAwait(false);
        trial.Same("True", replaced.ToString(), Contract.Rebuild, "a rebuild at the stream's version");
        story.Rebuild(documents);
        await story.RequireAsync(trial.Store, Contract.Rebuild).ConfigureAwait(false);
        foreach (CommitmentQuery query in new CommitmentQuery[] { new CommitmentQuery.OwnedBy(story.Tenant, "reception"),
            new CommitmentQuery.OwnedBy(story.Tenant, "housekeeping"), new CommitmentQuery.WithLookup(story.Tenant,
                story.Lookup("HX-9")), new CommitmentQuery.DueBefore(story.Tenant, Moments.At(99_999)) })
        {
            List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
            trial.Same(query.Answer(documents.Commitments).Select(Show.Document), found.Select(Show.Document), Contract.Rebuild, query.ToString());
        }
    }

    private static async Task RebuildsStale(Trial trial)
    {
        IStoreRebuilder rebuilder = trial.Capable<IStoreRebuilder>();
        Story story = await WrittenAsync(trial, "kit", "rebuilt").ConfigureAwait(false);
        Story nobody = trial.NewStory();
        foreach (long version in new[] { 0, story.Version - 1, story.Version + 1 })
        {
            bool replaced = await rebuilder.ReplaceDocumentsAsync(new StreamDocuments(story.Stream, version, trial.Dice.Bytes(3), []), trial.Cancellation).ConfigureAwait(false);
            trial.Same("False", replaced.ToString(), Contract.Rebuild, $"a rebuild at version {version} of a stream at {story.Version}");
        }

        foreach (long version in new[] { 0, 5 })
        {
            bool made = await rebuilder.ReplaceDocumentsAsync(new StreamDocuments(nobody.Stream, version, trial.Dice.Bytes(3), []), trial.Cancellation).ConfigureAwait(false);
            trial.Same("False", made.ToString(), Contract.Rebuild, $"a rebuild at version {version} of a stream that does not exist");
        }

        await story.RequireAsync(trial.Store, Contract.Rebuild).ConfigureAwait(false);
        await nobody.RequireAsync(trial.Store, Contract.Rebuild).ConfigureAwait(false);
    }

    private static async Task RebuildsOneTenant(Trial trial)
    {
        IStoreRebuilder rebuilder = trial.Capable<IStoreRebuilder>();
        Story one = new(trial, "hotel one", "guest 7731");
        Story two = new(trial, "hotel two", "guest 7731");
        CommitmentDocument document = one.Document(due: Moments.At(1));
        await one.WriteAsync(trial.Store, one.DraftWith([document])).ConfigureAwait(false);
        await two.WriteAsync(trial.Store, two.DraftWith([document with { Stream = two.Stream, Tenant = two.Tenant }])).ConfigureAwait(false);
        var documents = new StreamDocuments(two.Stream, 1, trial.Dice.Bytes(3), []);
        await rebuilder.ReplaceDocumentsAsync(documents, trial.Cancellation).ConfigureAwait(false);
        two.Rebuild(documents);
        await one.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
        await two.RequireAsync(trial.Store, Contract.Rebuild).ConfigureAwait(false);
    }

    private static async Task<Story> WrittenAsync(Trial trial, string tenant, string customer)
    {
        var story = new Story(trial, tenant, customer);
        for (int round = 0; round < 5; round++) await story.WriteAsync(trial.Store, story.Draft(2)).ConfigureAwait(false);
        return story;
    }

    private static void Scrub(Story story, params ReadOnlySpan<int> versions)
    {
        foreach (int version in versions) story.Entries[version - 1] = story.Entries[version - 1] with { Body = ReadOnlyMemory<byte>.Empty };
    }
}
