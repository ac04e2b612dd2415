using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>The three questions across customers, and their pages.</summary>
internal static class FindChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "Q1", "What is due before an instant is open, due and strictly before it",
            "A commitment that is due exactly now is not yet late; one without a due time never is.", Due),
        new(Core, "Q2", "A team's commitments are those whose owner is the same text",
            "A collation that ignores case or accents shows one team another team's work.", Owner),
        new(Core, "Q3", "A lookup key finds open and closed commitments", "\"You promised me last year\" begins with a booking number.", Lookup),
        new(Core, "Q5", "Answers come by due time, those without one last, then stream, then commitment",
            "Databases disagree on where null sorts, and on the order of UUIDs.", Order),
        new(Core, "Q6", "Pages of every size give each commitment once",
            "A page that goes on after the due time alone skips what is due in the same microsecond.", Pages),
        new(Core, "Q7", "A changed commitment is found by what it is now",
            "An index row of the old lookup key or owner, left behind, leads to the wrong customer.", Changed),
        new(Core, "Q6", "A limit of one gives one", "The limit is what keeps a wall display from loading a year.", Limit),
    ];

    private static async Task Due(Trial trial)
    {
        List<CommitmentDocument> all = await WriteAsync(trial).ConfigureAwait(false);
        foreach (int minute in new[] { 0, 1, 3, 4, 100 })
            await AnswersAsync(trial, new CommitmentQuery.DueBefore(all[0].Tenant, Moments.At(minute)), all).ConfigureAwait(false);
    }

    private static async Task Owner(Trial trial)
    {
        Story story = trial.NewStory();
        string[] owners = ["reception", "Reception", "recep", "réception", "receptioN", "%", "_eception"];
        CommitmentDocument[] all = [.. owners.Select(owner => story.Document(owner: owner))];
        await story.WriteAsync(trial.Store, story.DraftWith(all)).ConfigureAwait(false);
        foreach (string owner in owners) await AnswersAsync(trial, new CommitmentQuery.OwnedBy(story.Tenant, owner), all).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.OwnedBy(story.Tenant, "nobody"), all).ConfigureAwait(false);
    }

    private static async Task Lookup(Trial trial)
    {
        Story one = trial.NewStory();
        Story two = trial.NewStory();
        LookupDigest[] keys = [.. Enumerable.Range(0, 12).Select(index => one.Lookup($"HX-{index}"))];
        CommitmentDocument[] all =
        [
            one.Document(lookups: keys), one.Document(isOpen: false, lookups: keys[3]), one.Document(lookups: keys[4]), two.Document(due: Moments.At(1), lookups: keys[3]),
        ];
        await one.WriteAsync(trial.Store, one.DraftWith(all[..3])).ConfigureAwait(false);
        await two.WriteAsync(trial.Store, two.DraftWith(all[3..])).ConfigureAwait(false);
        foreach (LookupDigest key in keys) await AnswersAsync(trial, new CommitmentQuery.WithLookup(one.Tenant, key), all).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.WithLookup(one.Tenant, one.Lookup("HX-99")), all).ConfigureAwait(false);
    }

    private static async Task Order(Trial trial)
    {
        List<CommitmentDocument> all = await WriteAsync(trial).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.OwnedBy(all[0].Tenant, "reception"), all).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.WithLookup(all[0].Tenant, all[0].Lookups[0]), all).ConfigureAwait(false);
    }

    private static async Task Pages(Trial trial)
    {
        List<CommitmentDocument> all = await WriteAsync(trial).ConfigureAwait(false);
        CommitmentQuery[] queries =
        [
            new CommitmentQuery.OwnedBy(all[0].Tenant, "reception"),
            new CommitmentQuery.DueBefore(all[0].Tenant, Moments.At(100)),
            new CommitmentQuery.WithLookup(all[0].Tenant, all[0].Lookups[0]),
        ];
        foreach (CommitmentQuery query in queries)
        {
            foreach (int size in new[] { 1, 2, 3, 7 }) await PagesAsync(trial, query with { Limit = size }, query.Answer(all)).ConfigureAwait(false);
        }
    }

    private static async Task Changed(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument before = story.Document(due: Moments.At(1), lookups: [story.Lookup("HX-1"), story.Lookup("HX-2")]);
        await story.WriteAsync(trial.Store, story.DraftWith([before])).ConfigureAwait(false);
        CommitmentDocument moved = before with { Due = Moments.At(50), Owner = "housekeeping", Lookups = [story.Lookup("HX-2"), story.Lookup("HX-3")] };
        foreach (CommitmentDocument now in new[] { moved, moved with { IsOpen = false }, moved with { Due = null } })
        {
            await story.WriteAsync(trial.Store, story.DraftWith([now])).ConfigureAwait(false);
            foreach (string booking in new[] { "HX-1", "HX-2", "HX-3" })
                await AnswersAsync(trial, new CommitmentQuery.WithLookup(story.Tenant, story.Lookup(booking)), [now]).ConfigureAwait(false);
            foreach (string owner in new[] { "reception", "housekeeping" })
                await AnswersAsync(trial, new CommitmentQuery.OwnedBy(story.Tenant, owner), [now]).ConfigureAwait(false);
            foreach (int minute in new[] { 2, 51 })
                await AnswersAsync(trial, new CommitmentQuery.DueBefore(story.Tenant, Moments.At(minute)), [now]).ConfigureAwait(false);
        }
    }

    private static async Task Limit(Trial trial)
    {
        List<CommitmentDocument> all = await WriteAsync(trial).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.OwnedBy(all[0].Tenant, "reception") { Limit = 1 }, all).ConfigureAwait(false);
        await AnswersAsync(trial, new CommitmentQuery.DueBefore(all[0].Tenant, Moments.At(100)) { Limit = 1 }, all).ConfigureAwait(false);
    }

    /// <summary>Three customers with commitments that are due at equal times, at different ones and never.</summary>
    private static async Task<List<CommitmentDocument>> WriteAsync(Trial trial)
    {
        var all = new List<CommitmentDocument>();
        foreach (Story story in Enumerable.Range(0, 3).Select(_ => trial.NewStory()))
        {
            CommitmentDocument[] mine = [.. Enumerable.Range(0, 10).Select(index => story.Document(
                isOpen: index != 7,
                due: index % 4 == 3 ? null : Moments.At(index % 4 + index / 8),
                owner: index == 5 ? "housekeeping" : "reception", lookups: story.Lookup("HX-1")))];
            await story.WriteAsync(trial.Store, story.DraftWith(mine)).ConfigureAwait(false);
            all.AddRange(mine);
        }

        return all;
    }

    private static async Task AnswersAsync(Trial trial, CommitmentQuery query, IEnumerable<CommitmentDocument> all)
    {
        List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
        trial.Same(query.Answer(all).Select(Show.Document), found.Select(Show.Document), Contract.Find, query.ToString());
    }

    private static async Task PagesAsync(Trial trial, CommitmentQuery query, IEnumerable<CommitmentDocument> expected)
    {
        var found = new List<CommitmentDocument>();
        while (true)
        {
            FindPosition? after = found.Count == 0 ? null : FindPosition.Of(found[^1]);
            List<CommitmentDocument> page = await trial.Store.FindAllAsync(query with { After = after }, trial.Cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            found.AddRange(page);
            if (found.Count > 1_000) throw trial.Failure(Contract.Find, "pages that come to an end", "more than 1,000 documents of 30");
        }

        trial.Same(expected.Select(Show.Document), found.Select(Show.Document), Contract.Find, $"all pages of {query.Limit} of {query}");
    }
}
