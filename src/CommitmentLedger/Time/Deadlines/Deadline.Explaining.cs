namespace CommitmentLedger.Time;

/// <content>Why it is when it is.</content>
public sealed partial record Deadline
{
    /// <summary>Explains it: the spans used, those skipped and why, and the versions. Without pauses, which are the clock's.</summary>
    /// <param name="calendar">The calendar version that the deadline pins; null for a deadline that no calendar counted.</param>
    /// <exception cref="ArgumentException">It is not the calendar and version that counted, or that one is not given.</exception>
    public Explanation Explain(WorkingCalendar? calendar = null)
    {
        if (Calendar is not null && Calendar != calendar?.Version)
            throw new ArgumentException($"The deadline was counted by {Calendar}. Give that version of the calendar.", nameof(calendar));
        return Explainer.Explain(this, Calendar is null ? null : calendar, From ?? Due, Due, []);
    }
}
