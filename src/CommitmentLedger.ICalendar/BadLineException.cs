namespace CommitmentLedger.ICalendar;

/// <summary>Ends the reading at the line that is wrong. Never leaves <see cref="HolidayFile"/>.</summary>
internal sealed class BadLineException(int number, string problem) : Exception(problem)
{
    /// <summary>The line of the file, from 1.</summary>
    public int Number { get; } = number;
}
