using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Random calls, answered by the store and by the in-memory store side by side.</summary>
internal static class ModelChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "G1 A1 A2 A4 A5 A6 A10 L2 H1 F3 Q6", "Random calls are answered as the in-memory store answers them",
            "What nobody thought of: the combination of three ordinary things.", OneByOne),
        new(Core, "A14 A15 A16", "Random lists are answered as the in-memory store answers them",
            "A batch in which a stream appears four times, with a replay between two conflicts.", Lists),
        new(Durable, "G6", "Random calls are answered as before when the store is closed and opened between them",
            "What an instance knows and the data does not is lost on the first restart.", Reopening),
    ];

    private static Task OneByOne(Trial trial) => ModelRun.RunAsync(trial, calls: 250, maxAppends: 1, reopenOnceIn: 0);

    private static Task Lists(Trial trial) => ModelRun.RunAsync(trial, calls: 120, maxAppends: 8, reopenOnceIn: 0);

    private static Task Reopening(Trial trial) => ModelRun.RunAsync(trial, calls: 80, maxAppends: 4, reopenOnceIn: 6);
}
