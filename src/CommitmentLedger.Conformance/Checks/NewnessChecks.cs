using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>A commitment that was decided on without loading it is written only where it is new.</summary>
internal static class NewnessChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "A24 A10", "A commitment that must be new and is there, open or closed, keeps the append from being written",
            "A team that knows the customer from a moment ago does not load again; the id of a closed promise would open it anew.", IsThere),
        new(Core, "A4 A24", "Commitments that must be new and are new are written", "A store that finds the commitment of another customer refuses what is sound.", IsNew),
        new(Core, "A24 A16", "An append sees the commitments that an earlier one of its list made", "A list is judged in its order, not against what was there before it.", InOneList),
        new(Core, "A1 A2 A5 A24", "A replay, a reused id and a conflict are told before a commitment that is there",
            "A command that is sent again finds its own commitment, and has to get its first answer.", OtherAnswersFirst),
    ];

    private static async Task IsThere(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument open = story.Document(), closed = story.Document(isOpen: false);
        await story.WriteAsync(trial.Store, story.DraftWith([open, closed])).ConfigureAwait(false);
        foreach (CommitmentId known in new[] { open.Commitment, closed.Commitment })
        {
            CommitmentDocument other = story.Document();
            StreamAppend append = story.DraftWith([other]) with { MustBeNew = [other.Commitment, known] };
            AppendResult result = await trial.Store.AppendOneAsync(append, trial.Cancellation).ConfigureAwait(false);
            trial.Same(new AppendResult.CommitmentExists(), result, Contract.Exists, "an append with a commitment that is there");
            await story.RequireAsync(trial.Store, Contract.Exists).ConfigureAwait(false);
        }

        await Feeds.RequireAsync(trial, trial.Store, story).ConfigureAwait(false);
    }

    private static async Task IsNew(Trial trial)
    {
        Story story = trial.NewStory(), another = trial.NewStory();
        StreamAppend first = await another.WriteAsync(trial.Store).ConfigureAwait(false);
        for (int round = 0; round < 3; round++)
        {
            CommitmentDocument[] made = [story.Document(), story.Document(isOpen: false), story.Document() with { Commitment = first.Changed[0].Commitment }];
            StreamAppend append = story.DraftWith(round == 0 ? made : made[..2]);
            await story.WriteAsync(trial.Store, append with { MustBeNew = [.. append.Changed.Select(document => document.Commitment)] }).ConfigureAwait(false);
        }

        await story.RequireAsync(trial.Store, Contract.Appended).ConfigureAwait(false);
        await another.RequireAsync(trial.Store, Contract.Appended).ConfigureAwait(false);
    }

    private static async Task InOneList(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument made = story.Document();
        StreamAppend first = story.DraftWith([made]) with { MustBeNew = [made.Commitment] };
        story.Accept(first);
        StreamAppend second = story.DraftWith([made]) with { MustBeNew = [made.Commitment] };
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([first, second], trial.Cancellation).ConfigureAwait(false);
        trial.Same(
            Show.Results([new AppendResult.Appended(1), new AppendResult.CommitmentExists()]), Show.Results(results), Contract.Exists, "two appends that make the same commitment");
        await story.RequireAsync(trial.Store, Contract.Exists).ConfigureAwait(false);
    }

    private static async Task OtherAnswersFirst(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument made = story.Document();
        StreamAppend first = await story.WriteAsync(trial.Store, story.DraftWith([made]) with { MustBeNew = [made.Commitment] }).ConfigureAwait(false);
        StreamAppend reused = story.DraftAs(first.Command) with { MustBeNew = [made.Commitment] };
        StreamAppend late = story.DraftAt(0) with { MustBeNew = [made.Commitment] };
        IReadOnlyList<AppendResult> results = await trial.Store.AppendAsync([first, reused, late], trial.Cancellation).ConfigureAwait(false);
        IEnumerable<AppendResult> expected = [new AppendResult.Replayed(1, 1), new AppendResult.CommandIdReused(), new AppendResult.Conflict(1)];
        trial.Same(Show.Results(expected), Show.Results(results), Contract.Exists, "appends with other answers, and a commitment that is there");
        await story.RequireAsync(trial.Store, Contract.Exists).ConfigureAwait(false);
    }
}
