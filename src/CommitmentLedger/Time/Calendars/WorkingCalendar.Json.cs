namespace CommitmentLedger.Time;

/// <content>The JSON form; its schema is part of the documentation. The zone rules are those of the reader and are not written.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>The calendar in its JSON form.</summary>
    public string ToJson() => CalendarJson.Print(this);

    /// <summary>Reads the JSON form. Unknown and repeated properties are errors.</summary>
    /// <exception cref="FormatException">It is no calendar; the message names the field.</exception>
    public static WorkingCalendar FromJson(string json) =>
        TryFromJson(json).TryGet(out WorkingCalendar? calendar, out TimeRefusal? refusal)
            ? calendar
            : throw new FormatException(refusal.ToString());

    /// <summary>Reads the JSON form, or gives the refusal <c>bad_calendar</c> with the path of the field that is wrong.</summary>
    public static TimeResult<WorkingCalendar> TryFromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CalendarJson.Read(json);
    }
}
