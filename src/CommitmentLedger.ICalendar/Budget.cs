namespace CommitmentLedger.ICalendar;

/// <summary>How many occurrences a file may still have, wanted or not, so that no file keeps a reader busy.</summary>
internal sealed class Budget
{
    private const int Most = 100_000;

    private int _spent;

    /// <summary>Counts one.</summary>
    /// <exception cref="BadLineException">There are too many.</exception>
    public void Spend(ContentLine line)
    {
        if (++_spent > Most) throw new BadLineException(line.Number, $"Up to here the file has more than {Most} occurrences of its events. Drop what is no holiday.");
    }
}
