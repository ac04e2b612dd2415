using NodaTime;

namespace CommitmentLedger.Serialization;

/// <summary>Deadlines, clocks and due times inside a document.</summary>
internal static class TimeForms
{
    public static void Write(ref DocumentWriter to, Deadline deadline)
    {
        to.Number((int)deadline.Form);
        to.Text(deadline.Zone.Id);
        to.Instant(deadline.Due);
        to.Text(deadline.TzdbVersion);
        to.Text(deadline.Said);
        if (deadline.Form == DeadlineForm.At) return;
        to.Optional(deadline.Opens, Write);
        to.Optional(deadline.LocalDue, Write);
        to.Optional(deadline.LocalOpens, Write);
        to.Optional(deadline.From, Write);
        to.Text(deadline.Time?.ToString());
        to.Text(deadline.Days?.ToString());
        to.Optional(deadline.Calendar, Write);
    }

    public static Deadline ReadDeadline(ref DocumentReader from)
    {
        var parts = new Deadline.Parts
        {
            Form = from.Kind<DeadlineForm>(),
            Zone = Zone(from.Text()),
            Due = from.Instant(),
            TzdbVersion = from.Text(),
            Said = from.OptionalText(),
        };
        if (parts.Form != DeadlineForm.At)
        {
            parts.Opens = from.OptionalValue(ReadInstant);
            parts.LocalDue = from.OptionalValue(ReadLocal);
            parts.LocalOpens = from.OptionalValue(ReadLocal);
            parts.From = from.OptionalValue(ReadInstant);
            parts.Time = from.OptionalText() is { } time ? BusinessTime.Parse(time, provider: null) : null;
            parts.Days = from.OptionalText() is { } days ? BusinessDays.Parse(days, provider: null) : null;
            parts.Calendar = from.Optional(ReadCalendarVersion);
        }

        return Deadline.Of(parts);
    }

    public static void Write(ref DocumentWriter to, CommitmentClock clock)
    {
        to.Optional(clock.StartedAt, Write);
        to.Optional(clock.StoppedAt, Write);
        to.Optional(clock.RetargetedAt, Write);
        to.Number(clock.Epoch);
        to.Number(clock.Cycle);
        to.List(new ValueList<PausedSpan>([.. clock.PauseArray]), Write);
    }

    public static CommitmentClock ReadClock(ref DocumentReader from) => CommitmentClock.NotStarted with
    {
        StartedAt = from.OptionalValue(ReadInstant),
        StoppedAt = from.OptionalValue(ReadInstant),
        RetargetedAt = from.OptionalValue(ReadInstant),
        Epoch = from.Int(),
        Cycle = from.Int(),
        PauseArray = [.. from.List(ReadPausedSpan).AsSpan()],
    };

    public static void Write(ref DocumentWriter to, DueTimes times)
    {
        to.Instant(times.AtRiskFrom);
        to.Instant(times.Due);
        to.Instant(times.Told);
        to.Optional(times.Imposed, Write);
    }

    public static DueTimes ReadDueTimes(ref DocumentReader from) =>
        new(from.Instant(), from.Instant(), from.Instant()) { Imposed = from.OptionalValue(ReadInstant) };

    private static void Write(ref DocumentWriter to, PausedSpan pause)
    {
        to.Instant(pause.From);
        to.Optional(pause.To, Write);
        to.Text(pause.Reason);
        to.Number((int)pause.On);
    }

    private static PausedSpan ReadPausedSpan(ref DocumentReader from) =>
        new(from.Instant(), from.OptionalValue(ReadInstant), from.Text(), from.Kind<Party>());

    private static void Write(ref DocumentWriter to, CalendarVersion version)
    {
        to.Text(version.Name);
        to.Number(version.Version);
    }

    private static CalendarVersion ReadCalendarVersion(ref DocumentReader from) => new(from.Text(), from.Int());

    public static void Write(ref DocumentWriter to, Instant at) => to.Instant(at);

    public static Instant ReadInstant(ref DocumentReader from) => from.Instant();

    /// <summary>Wall-clock time, as the instant that it is in UTC.</summary>
    private static void Write(ref DocumentWriter to, LocalDateTime local) => to.Instant(local.InUtc().ToInstant());

    private static LocalDateTime ReadLocal(ref DocumentReader from) => from.Instant().InUtc().LocalDateTime;

    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new FormatException("The tz database does not know the zone of a deadline.");
}
