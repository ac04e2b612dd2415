using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Time;

/// <summary>The text forms of a special day's date: <c>2026-12-25</c>, and <c>--12-25</c> for every year.</summary>
internal static class Days
{
    private const string Yearly = "--";

    public static string Print(SpecialDay day) =>
        day.Date is { } date ? LocalDatePattern.Iso.Format(date) : Yearly + AnnualDatePattern.Iso.Format(day.Yearly!.Value);

    public static bool TryRead(string text, out LocalDate? date, out AnnualDate? yearly)
    {
        date = null;
        yearly = null;
        if (text.StartsWith(Yearly, StringComparison.Ordinal))
        {
            if (AnnualDatePattern.Iso.Parse(text[Yearly.Length..]).TryGetValue(default, out AnnualDate day)) yearly = day;
        }
        else if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate one))
        {
            date = one;
        }

        return date is not null || yearly is not null;
    }
}
