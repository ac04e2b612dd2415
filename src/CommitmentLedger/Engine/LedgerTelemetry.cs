using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CommitmentLedger;

/// <summary>
/// What the ledger tells about itself: activities and metrics of one name, with verbs, outcomes and refusal codes as tags. The names of the
/// instruments and tags are listed in the reference and stay. Nothing of a customer, an actor or a tenant is ever in them.
/// </summary>
public static class LedgerTelemetry
{
    /// <summary>The name of the activity source and of the meter, for <c>AddSource</c> and <c>AddMeter</c>.</summary>
    public const string Name = "CommitmentLedger";

    private const string VerbTag = "commitment_ledger.verb";
    private const string OutcomeTag = "commitment_ledger.outcome";
    private const string RefusalTag = "commitment_ledger.refusal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Commands =
        Meter.CreateHistogram<double>("commitment_ledger.command.duration", "s", "From a command to its answer, by verb, outcome and refusal code.");

    private static readonly Histogram<double> Briefings =
        Meter.CreateHistogram<double>("commitment_ledger.briefing.duration", "s", "From asking for a briefing to having it.");

    private static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>("commitment_ledger.conflicts", "{conflict}", "Decisions that were taken again because somebody else wrote to the same customer.");

    private static readonly Histogram<int> Batches =
        Meter.CreateHistogram<int>("commitment_ledger.append.batch.size", "{append}", "Appends that were written by one call to the store.");

    private static readonly Counter<long> LostMarks =
        Meter.CreateCounter<long>("commitment_ledger.marks.lost", "{mark}", "Briefings that were given, though recording that they were read failed or was refused.");

    /// <summary>Whether anybody listens to activities.</summary>
    internal static bool IsTraced => Source.HasListeners();

    internal static Activity? StartCommand(Verb verb) => Start("commitment_ledger.command")?.SetTag(VerbTag, verb.Name);

    internal static Activity? StartBriefing() => Start("commitment_ledger.briefing");

    /// <summary>One of the engine's three steps: <c>load</c>, <c>decide</c> or <c>append</c>.</summary>
    internal static Activity? StartStep(string step) => IsTraced ? Start($"commitment_ledger.{step}") : null;

    internal static void Answered(Activity? activity, Verb verb, Verdict verdict, TimeSpan took)
    {
        string outcome = verdict.Refusal is not null ? "refused" : verdict.IsReplay ? "replayed" : "recorded";
        activity?.SetTag(OutcomeTag, outcome).SetTag(RefusalTag, verdict.Refusal?.Code);
        if (Commands.Enabled) Commands.Record(took.TotalSeconds, Tags(verb, outcome, verdict.Refusal?.Code));
    }

    internal static void Failed(Activity? activity, Verb verb, Exception problem, TimeSpan took)
    {
        string outcome = problem switch
        {
            LedgerOutcomeUnknownException => "unknown",
            LedgerUnavailableException => "unavailable",
            OperationCanceledException => "cancelled",
            _ => "failed",
        };
        activity?.SetTag(OutcomeTag, outcome).SetStatus(ActivityStatusCode.Error);
        if (Commands.Enabled) Commands.Record(took.TotalSeconds, Tags(verb, outcome, refusal: null));
    }

    internal static void Briefed(TimeSpan took) => Briefings.Record(took.TotalSeconds);

    internal static void Conflicted(Verb verb) => Conflicts.Add(1, new KeyValuePair<string, object?>(VerbTag, verb.Name));

    internal static void Wrote(int appends) => Batches.Record(appends);

    internal static void LostMark() => LostMarks.Add(1);

    private static Activity? Start(string name) => Source.StartActivity(name);

    private static TagList Tags(Verb verb, string outcome, string? refusal)
    {
        var tags = new TagList { { VerbTag, verb.Name }, { OutcomeTag, outcome } };
        if (refusal is not null) tags.Add(RefusalTag, refusal);
        return tags;
    }
}
