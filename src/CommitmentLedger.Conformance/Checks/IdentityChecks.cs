using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>A stream keeps the identity that it was made with, and it is given wherever something of the stream is.</summary>
internal static class IdentityChecks
{
    private const int MaxKeyLength = 200;

    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "L8 A4 G4", "A stream keeps the identity that it was made with, whatever later appends bring",
            "A team that knows the customer from before a change of keys writes once more: the key goes, and with it all that was ever promised.", IsKept),
        new(Core, "A10 L8", "What is not written brings no identity", "The loser of two first appends leaves its key behind, under which nothing was written.", LoserBringsNone),
        new(Core, "F1 Q9 G4", "The feed and every question give the identity of each stream", "What is found cannot be read without the key of its own stream.", IsGiven),
    ];

    private static async Task IsKept(Trial trial)
    {
        Story story = trial.NewStory();
        await story.WriteAsync(trial.Store, story.Draft() with { Identity = story.MadeWith(trial.Dice.Bytes(MaxKeyLength)) }).ConfigureAwait(false);
        for (int round = 0; round < 2; round++)
        {
            StreamAppend other = story.Draft() with { Identity = new StreamIdentity(StreamId.FromBytes(trial.Dice.Bytes(StreamId.Length)), trial.Dice.Bytes(33 + round)) };
            await story.WriteAsync(trial.Store, other).ConfigureAwait(false);
        }

        await story.RequireAsync(trial.Store, Contract.Identity).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task LoserBringsNone(Trial trial)
    {
        Story story = trial.NewStory();
        StreamAppend first = story.Draft();
        StreamAppend loser = story.DraftAt(0) with { Identity = new StreamIdentity(StreamId.FromBytes(trial.Dice.Bytes(StreamId.Length)), trial.Dice.Bytes(50)) };
        story.Accept(first);
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([first, loser], trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Results([new AppendResult.Appended(1), new AppendResult.Conflict(1)]), Show.Results(results), Contract.Conflict, "two first appends of one stream");
        await story.RequireAsync(trial.Store, Contract.Identity).ConfigureAwait(false);
    }

    private static async Task IsGiven(Trial trial)
    {
        Story[] stories = [trial.NewStory(), trial.NewStory()];
        var identities = stories.ToDictionary(story => story.Stream, story => Show.Identity(story.Identity));
        foreach (Story story in stories)
        {
            CommitmentDocument document = story.Document(due: Moments.At(5), lookups: [story.Lookup("HX-1")]);
            await story.WriteAsync(trial.Store, story.DraftWith([document], entries: 2)).ConfigureAwait(false);
        }

        await Feeds.RequireAsync(trial, trial.Store, stories).ConfigureAwait(false);
        CommitmentQuery[] queries =
        [
            new CommitmentQuery.DueBefore(stories[0].Tenant, Moments.At(10)),
            new CommitmentQuery.OwnedBy(stories[0].Tenant, "reception"),
            new CommitmentQuery.WithLookup(stories[0].Tenant, stories[0].Lookup("HX-1")),
        ];
        foreach (CommitmentQuery query in queries)
        {
            List<FoundCommitment> found = await StoreReading.ListAsync(trial.Store.FindAsync(query, trial.Cancellation)).ConfigureAwait(false);
            trial.Same(
                found.Select(one => identities.GetValueOrDefault(one.Document.Stream, "a stream that nobody wrote")),
                found.Select(one => Show.Identity(one.Identity)),
                Contract.Identity,
                $"the identities that {query.GetType().Name} gives");
            trial.Same(stories.Length, found.Count, Contract.Find, $"what {query.GetType().Name} finds");
        }
    }
}
