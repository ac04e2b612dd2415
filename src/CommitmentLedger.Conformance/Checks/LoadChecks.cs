using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What a load gives: the open commitments and the closed ones asked for, and nothing else.</summary>
internal static class LoadChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "L3 L4", "A load gives the open commitments and no closed ones",
            "A customer of ten years has hundreds of closed commitments; loading them makes every decision slower each year.", OpenOnly),
        new(Core, "L4", "A load gives closed commitments that are asked for", "A dispute is about a commitment that is closed.", ClosedAsked),
        new(Core, "L3", "Asking for an open commitment gives it once", "A union of two queries gives it twice, and the record then has two promises.", OpenAsked),
        new(Core, "L5", "Asking for a commitment of another stream gives nothing",
            "A lookup by commitment id alone reads another customer's promise.", AskedElsewhere),
        new(Core, "L3", "A commitment that is opened again is loaded again",
            "An index of open commitments that is only ever deleted from loses a disputed promise.", OpenedAgain),
    ];

    private static async Task OpenOnly(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument kept = story.Document();
        CommitmentDocument closing = story.Document(due: Moments.At(3));
        await story.WriteAsync(trial.Store, story.DraftWith([kept, closing, story.Document(isOpen: false)])).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([closing with { IsOpen = false }])).ConfigureAwait(false);
        await LoadsAsync(trial, story, [], [kept]).ConfigureAwait(false);
    }

    private static async Task ClosedAsked(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument[] closed = [.. Enumerable.Range(0, 4).Select(_ => story.Document(isOpen: false, lookups: [story.Lookup("HX-4")]))];
        CommitmentDocument open = story.Document();
        await story.WriteAsync(trial.Store, story.DraftWith([.. closed, open])).ConfigureAwait(false);
        await LoadsAsync(trial, story, [closed[1], closed[3]], [open, closed[1], closed[3]]).ConfigureAwait(false);
        await LoadsAsync(trial, story, closed, [open, .. closed]).ConfigureAwait(false);
    }

    private static async Task OpenAsked(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument open = story.Document();
        await story.WriteAsync(trial.Store, story.DraftWith([open])).ConfigureAwait(false);
        await LoadsAsync(trial, story, [open], [open]).ConfigureAwait(false);
        await LoadsAsync(trial, story, [open, open], [open]).ConfigureAwait(false);
    }

    private static async Task AskedElsewhere(Trial trial)
    {
        Story one = trial.NewStory();
        Story two = trial.NewStory();
        CommitmentDocument closed = one.Document(isOpen: false);
        CommitmentDocument open = two.Document();
        await one.WriteAsync(trial.Store, one.DraftWith([closed])).ConfigureAwait(false);
        await two.WriteAsync(trial.Store, two.DraftWith([open])).ConfigureAwait(false);
        await LoadsAsync(trial, two, [closed], [open]).ConfigureAwait(false);
        await LoadsAsync(trial, one, [open], []).ConfigureAwait(false);
    }

    private static async Task OpenedAgain(Trial trial)
    {
        Story story = trial.NewStory();
        CommitmentDocument document = story.Document(due: Moments.At(1));
        await story.WriteAsync(trial.Store, story.DraftWith([document])).ConfigureAwait(false);
        await story.WriteAsync(trial.Store, story.DraftWith([document with { IsOpen = false }])).ConfigureAwait(false);
        await LoadsAsync(trial, story, [], []).ConfigureAwait(false);
        CommitmentDocument again = document with { State = trial.Dice.Bytes(9) };
        await story.WriteAsync(trial.Store, story.DraftWith([again])).ConfigureAwait(false);
        await LoadsAsync(trial, story, [], [again]).ConfigureAwait(false);
    }

    private static async Task LoadsAsync(Trial trial, Story story, CommitmentDocument[] asked, CommitmentDocument[] expected)
    {
        var scope = new LoadScope([.. asked.Select(document => document.Commitment)], Command: null);
        StoredStream? stored = await trial.Store.LoadAsync(story.Stream, scope, trial.Cancellation).ConfigureAwait(false);
        trial.Same(Show.Set(expected), Show.Set(stored?.Commitments ?? []), Contract.Load, $"the documents of a load that asks for {asked.Length} by id");
    }
}
