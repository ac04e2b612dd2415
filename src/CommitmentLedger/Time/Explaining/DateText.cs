using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Time;

/// <summary>Dates and times for people: the Gregorian calendar with its own month names in the language, and the 24-hour clock.</summary>
internal static class DateText
{
    private const string English = "ddd d MMM yyyy";

    /// <summary>The platform's pattern for a language without an order of its own, perhaps behind the era.</summary>
    private const string NoOrder = "yyyy MMMM d, dddd";
    private const string PlainOrder = "dddd d MMMM yyyy";

    private static readonly OffsetPattern Hours = OffsetPattern.CreateWithInvariantCulture("+H");
    private static readonly OffsetPattern HoursAndMinutes = OffsetPattern.CreateWithInvariantCulture("+H:mm");
    private static readonly OffsetPattern WholeOffset = OffsetPattern.CreateWithInvariantCulture("+H:mm:ss");

    /// <summary><c>Sat 14 Nov 2026</c> in English; in every other language as the culture writes its long dates.</summary>
    public static string Date(LocalDate date, CultureInfo language)
    {
        DateTimeFormatInfo format = Gregorian(language.DateTimeFormat);
        string order = language.TwoLetterISOLanguageName is "en" or "iv" ? English : format.LongDatePattern;
        if (order.EndsWith(NoOrder, StringComparison.Ordinal)) order = PlainOrder;
        return date.ToDateTimeUnspecified().ToString(order, format);
    }

    /// <summary><c>15:00</c>, with seconds only where there are any, and with the offset where it takes that to know which time is meant.</summary>
    public static string Time(OffsetDateTime told, bool withOffset)
    {
        string minutes = string.Create(CultureInfo.InvariantCulture, $"{told.Hour:D2}:{told.Minute:D2}");
        string time = told.Second == 0 ? minutes : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{told.Second:D2}");
        return withOffset ? $"{time} UTC{Offset(told.Offset)}" : time;
    }

    private static string Offset(Offset offset) =>
        (offset.Seconds % NodaConstants.SecondsPerMinute != 0 ? WholeOffset
            : offset.Seconds % NodaConstants.SecondsPerHour != 0 ? HoursAndMinutes : Hours).Format(offset);

    /// <summary>The names and patterns of the culture's own calendar would be mixed with Gregorian numbers.</summary>
    private static DateTimeFormatInfo Gregorian(DateTimeFormatInfo format)
    {
        if (format.Calendar is GregorianCalendar) return format;
        var gregorian = (DateTimeFormatInfo)format.Clone();
        gregorian.Calendar = new GregorianCalendar();
        return gregorian;
    }
}
