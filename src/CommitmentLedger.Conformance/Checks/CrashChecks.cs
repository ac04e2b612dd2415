using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>A process that appends is killed without warning, three times over.</summary>
internal static class CrashChecks
{
    private const int Kills = 3;

    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "A11", "Every acknowledged append is there after the process was killed",
            "Acknowledged before it was durable: the customer heard a promise that the ledger has forgotten.", Acknowledged),
        new(Durable, "A23 G8", "No append is half there after the process was killed", "A split whose parent is closed and whose children were never written.", Whole),
        new(Durable, "A23 A1", "After a kill the store takes appends again and knows the old commands",
            "A torn tail that is kept makes everything written after it unreadable.", GoesOn),
        new(Durable, "G5 A18 A23", "Two living processes that write at the same time lose nothing",
            "A lock that only its own process knows: each process is sure of being alone, and each acknowledges the same version.", TwoLivingProcesses),
    ];

    private static Task Acknowledged(Trial trial) => KillAsync(trial, async versions =>
    {
        for (int customer = 0; customer < CrashChild.Customers; customer++)
        {
            long version = await VersionAsync(trial, customer).ConfigureAwait(false);
            if (version < versions[customer])
                throw trial.Failure(Contract.Durable, $"at least version {versions[customer]} of customer {customer}, which was acknowledged", $"version {version}");
        }
    });

    private static Task Whole(Trial trial) => KillAsync(trial, async _ =>
    {
        long entries = 0;
        for (int customer = 0; customer < CrashChild.Customers; customer++) entries += await RequireWholeAsync(trial, customer).ConfigureAwait(false);
        List<FeedEntry> feed = await Feeds.ReadAsync(trial, trial.Store, entries).ConfigureAwait(false);
        trial.Same(entries, feed.Count, Contract.Feed, "entries in the feed after the kill");
    });

    private static Task GoesOn(Trial trial) => KillAsync(trial, async _ =>
    {
        for (int customer = 0; customer < CrashChild.Customers; customer++)
        {
            StoredStream? stored = await LoadAsync(trial, customer).ConfigureAwait(false);
            StreamAppend append = CrashChild.Append(customer, stored);
            long version = append.ExpectedVersion + CrashChild.EntriesEach;
            trial.Same(new AppendResult.Appended(version), await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false), Contract.Appended,
                "an append after the kill");
            StreamAppend first = CrashChild.Append(customer, stored: null);
            trial.Same(new AppendResult.Replayed(1, CrashChild.EntriesEach), await trial.Store.AppendOneAsync(first, trial.Cancellation).ConfigureAwait(false),
                Contract.Replayed, "the first command of all");
        }
    });

    private static async Task TwoLivingProcesses(Trial trial)
    {
        if (!trial.Subject.MayBeOpenTwice) throw new DoesNotApplyException("One process at a time: the store refuses a second instance.");
        await trial.CloseAsync().ConfigureAwait(false);
        IReadOnlyList<(int Customer, long Version)>[] acknowledged = await CrashRun.KillManyAsync(trial, children: 2, killAfter: 25).ConfigureAwait(false);
        await trial.OpenAfterKillAsync().ConfigureAwait(false);
        long entries = 0;
        for (int customer = 0; customer < CrashChild.Customers; customer++)
        {
            List<StoredEntry> history = await trial.Store.HistoryAsync(CrashChild.Stream(customer), 0, trial.Cancellation).ConfigureAwait(false);
            for (int writer = 1; writer <= acknowledged.Length; writer++)
            {
                foreach ((int _, long version) in acknowledged[writer - 1].Where(one => one.Customer == customer))
                    trial.Same([Expected(customer, version, writer)], [Actual(history, version)], Contract.Durable, $"what process {writer} of two acknowledged for customer {customer}");
            }

            entries += await RequireWholeAsync(trial, customer).ConfigureAwait(false);
        }

        List<FeedEntry> feed = await Feeds.ReadAsync(trial, trial.Store, entries).ConfigureAwait(false);
        trial.Same(entries, feed.Count, Contract.Feed, "entries in the feed that two processes wrote");

        static string Expected(int customer, long version, int writer) => $"entry {version} of command {CrashChild.Command(customer, version - CrashChild.EntriesEach, writer)}";
        static string Actual(List<StoredEntry> history, long version) =>
            version <= history.Count ? $"entry {version} of command {history[(int)version - 1].Command}" : $"no entry {version}";
    }

    private static async Task KillAsync(Trial trial, Func<long[], Task> examine)
    {
        for (int kill = 0; kill < Kills; kill++)
        {
            await trial.CloseAsync().ConfigureAwait(false);
            long[] versions = await CrashRun.KillAsync(trial, trial.Dice.Between(20, 60)).ConfigureAwait(false);
            await trial.OpenAfterKillAsync().ConfigureAwait(false);
            await examine(versions).ConfigureAwait(false);
        }
    }

    /// <summary>Requires whole appends, documents and a record that agree with them, and a chain that verifies; gives the number of entries.</summary>
    private static async Task<long> RequireWholeAsync(Trial trial, int customer)
    {
        StoredStream? stored = await LoadAsync(trial, customer).ConfigureAwait(false);
        List<StoredEntry> history = await trial.Store.HistoryAsync(CrashChild.Stream(customer), 0, trial.Cancellation).ConfigureAwait(false);
        long version = stored?.Version ?? 0;
        trial.Same(0, version % CrashChild.EntriesEach, Contract.AllOrNothing, $"entries of a half append at version {version}");
        trial.Same(version, history.Count, Contract.AllOrNothing, "entries in the history");
        trial.Same(version / CrashChild.EntriesEach, stored?.Commitments.Count ?? 0, Contract.AllOrNothing, "documents, one for each append");
        if (stored is null) return 0;
        Digest head = EntryChain.Link(default, stored.Identity.Id, history)[^1].Head;
        trial.Same(head.ToString(), stored.Head.ToString(), Contract.Chain, "the head after the kill");
        trial.Same(Show.Bytes(history[^1].Body), Show.Bytes(stored.Record), Contract.AllOrNothing, "the record document after the kill");
        return version;
    }

    private static async Task<long> VersionAsync(Trial trial, int customer) => (await LoadAsync(trial, customer).ConfigureAwait(false))?.Version ?? 0;

    private static async Task<StoredStream?> LoadAsync(Trial trial, int customer) =>
        await trial.Store.LoadAsync(CrashChild.Stream(customer), LoadScope.OpenOnly, trial.Cancellation).ConfigureAwait(false);
}
