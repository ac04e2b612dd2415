using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Recorded calls of many workers on one customer, judged: there must be an order that explains every answer.</summary>
internal static class LinearizableChecks
{
    private const int Workers = 5;
    private const int CallsEach = 8;

    public static ConformanceCheck[] All { get; } =
    [
        new(Concurrent, "G1", "The calls of many workers on one customer can be explained by an order",
            "Each answer alone looks right; only together do they show that two teams were both first.", Plain),
        new(Concurrent, "G1 A22", "They can be explained when replies and requests get lost", "An outcome nobody knows may show itself later, and only once.", Lossy),
        new(Concurrent, "G1 G5", "They can be explained across two instances on the same data",
            "An instance that remembers what it read answers with what was so before the other wrote.", TwoInstances),
    ];

    private static Task Plain(Trial trial) => JudgeAsync(trial, (_, _) => trial.Store);

    private static Task Lossy(Trial trial) => JudgeAsync(trial, (_, dice) => new LosingStore(trial.Store, () => dice.Pick([Loss.None, Loss.None, Loss.Request, Loss.Reply])));

    private static async Task TwoInstances(Trial trial)
    {
        ILedgerStore second = await trial.OpenSecondAsync().ConfigureAwait(false);
        await JudgeAsync(trial, (worker, _) => worker % 2 == 0 ? trial.Store : second).ConfigureAwait(false);
    }

    private static async Task JudgeAsync(Trial trial, Func<int, Dice, ILedgerStore> line)
    {
        for (int round = 0; round < 6; round++)
        {
            var recorder = new Recorder();
            Dice[] dice = [.. Enumerable.Range(0, Workers).Select(_ => trial.Dice.Fork())];
            Story[] stories = [.. Enumerable.Range(0, Workers).Select(_ => new Story(trial, "kit", $"judged {round}"))];
            ILedgerStore[] stores = [.. dice.Select((own, worker) => line(worker, own))];
            await Race.RunAsync(Workers, worker => WorkAsync(trial, recorder, worker, stores[worker], stories[worker], dice[worker])).ConfigureAwait(false);
            if (Judge.Explains(recorder.Calls)) continue;
            throw trial.Failure(
                Contract.Linearizable, "an order of the calls that explains every answer", $"none for\n{string.Join('\n', recorder.Calls.OrderBy(call => call.Began))}");
        }
    }

    private static async Task WorkAsync(Trial trial, Recorder recorder, int worker, ILedgerStore store, Story story, Dice dice)
    {
        StreamAppend append = story.Draft();
        for (int call = 0; call < CallsEach; call++)
        {
            // A command whose outcome is unknown is often sent again as it is, and sometimes given up for ever.
            AppendResult? result = await recorder.AppendAsync(worker, store, append, trial.Cancellation).ConfigureAwait(false);
            if (result is null && !dice.Once(4)) continue;
            story.Follow(await recorder.LoadAsync(worker, store, story.Stream, append.Command, trial.Cancellation).ConfigureAwait(false));
            append = dice.Once(5) ? story.DraftAt(story.Version + 1) : story.Draft(dice.Between(1, 2));
        }
    }
}
