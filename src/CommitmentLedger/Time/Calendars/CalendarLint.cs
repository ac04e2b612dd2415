namespace CommitmentLedger.Time;

/// <summary>Something in a calendar that a person should look at. It does not keep the calendar from working.</summary>
/// <param name="Code">A stable word in snake case: <c>overlap</c>, <c>ends_before_midnight</c>, <c>never_opens</c>.</param>
/// <param name="Field">Where it is, as a path into the calendar's JSON: <c>$.hours.monday[1]</c>.</param>
/// <param name="Message">The fact, and what to do about it.</param>
public sealed record CalendarLint(string Code, string Field, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} ({Field}): {Message}";
}
