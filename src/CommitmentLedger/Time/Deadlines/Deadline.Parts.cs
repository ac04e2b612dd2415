using NodaTime;

namespace CommitmentLedger.Time;

/// <content>Putting a deadline together from what was read.</content>
public sealed partial record Deadline
{
    internal static Deadline Of(Parts parts) => new(parts.Form, parts.Zone!)
    {
        Due = parts.Due,
        Opens = parts.Opens,
        LocalDue = parts.LocalDue,
        LocalOpens = parts.LocalOpens,
        From = parts.From,
        Time = parts.Time,
        Days = parts.Days,
        Calendar = parts.Calendar,
        TzdbVersion = parts.TzdbVersion,
        Said = parts.Said,
    };

    /// <summary>The parts that have been read so far.</summary>
    internal sealed class Parts
    {
        public DeadlineForm Form { get; init; }

        public DateTimeZone? Zone { get; set; }

        public Instant Due { get; set; }

        public Instant? Opens { get; set; }

        public LocalDateTime? LocalDue { get; set; }

        public LocalDateTime? LocalOpens { get; set; }

        public Instant? From { get; set; }

        public BusinessTime? Time { get; set; }

        public BusinessDays? Days { get; set; }

        public CalendarVersion? Calendar { get; set; }

        public string TzdbVersion { get; set; } = string.Empty;

        public string? Said { get; set; }
    }
}
