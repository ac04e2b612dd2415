namespace CommitmentLedger.Time;

/// <summary>Why a question about time has no answer. Expected, and therefore a value: nothing is thrown.</summary>
/// <param name="Code">A stable word in snake case: <c>never_opens</c>, <c>already_paused</c>.</param>
/// <param name="Field">The place of the fault: a parameter, a path into the JSON (<c>$.hours.monday[1]</c>) or the line of a file.</param>
/// <param name="Message">The fact, and what to do about it.</param>
public sealed record TimeRefusal(string Code, string Field, string Message)
{
    /// <summary>The calendar has no open time in the direction asked. Never answered with wall-clock time instead.</summary>
    public static TimeRefusal NeverOpens { get; } = new(
        "never_opens",
        "calendar",
        "The calendar does not open from here to the edge of its years. Give it opening hours, or say WorkingCalendar.AroundTheClock.");

    /// <summary>The calendar opens, but too little to hold the duration or the days inside its range of years.</summary>
    public static TimeRefusal TooFar { get; } = new(
        "too_far",
        "duration",
        "The calendar has less open time than this from here to the edge of its years, 1900 to 2199. Ask for less.");

    /// <inheritdoc/>
    public override string ToString() => $"{Code} ({Field}): {Message}";
}
