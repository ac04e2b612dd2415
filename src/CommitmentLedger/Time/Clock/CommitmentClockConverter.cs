using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Writes a clock down compactly, and refuses one whose parts contradict each other.</summary>
internal sealed class CommitmentClockConverter : JsonConverter<CommitmentClock>
{
    private static readonly string[] Sides = ["nobody", "us", "customer", "supplier"];

    public override CommitmentClock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ClockDocument document = JsonSerializer.Deserialize(ref reader, TimeJson.Default.ClockDocument)
            ?? throw new JsonException("Expected a clock.");
        CommitmentClock clock = CommitmentClock.NotStarted with
        {
            StartedAt = ReadOptional(document.Started),
            StoppedAt = ReadOptional(document.Stopped),
            RetargetedAt = ReadOptional(document.Retargeted),
            PauseArray = [.. (document.Pauses ?? []).Select(Read)],
            Epoch = document.Epoch ?? 1,
            Cycle = document.Cycle ?? 1,
        };
        return IsSound(clock)
            ? clock
            : throw new JsonException("The parts of this clock contradict each other: keep it as it was written.");
    }

    public override void Write(Utf8JsonWriter writer, CommitmentClock value, JsonSerializerOptions options)
    {
        var document = new ClockDocument
        {
            Started = Print(value.StartedAt),
            Stopped = Print(value.StoppedAt),
            Retargeted = Print(value.RetargetedAt),
            Pauses = value.PauseArray.IsEmpty ? null : [.. value.PauseArray.Select(Print)],
            Epoch = value.Epoch == 1 ? null : value.Epoch,
            Cycle = value.Cycle == 1 ? null : value.Cycle,
        };
        JsonSerializer.Serialize(writer, document, TimeJson.Default.ClockDocument);
    }

    private static bool IsSound(CommitmentClock clock)
    {
        if (clock.Epoch < 1 || clock.Cycle < 1 || clock.PauseArray.Length > CommitmentClock.MaxPauses) return false;
        if (clock.StoppedAt is { } stopped && (clock.StartedAt is not { } started || stopped < started || clock.OpenPause is not null))
            return false;
        for (int i = 1; i < clock.PauseArray.Length; i++)
            if (clock.PauseArray[i - 1].To is not { } end || clock.PauseArray[i].From < end) return false;
        return true;
    }

    private static PausedSpan Read(PauseDocument pause)
    {
        int side = Array.IndexOf(Sides, pause.On);
        if (side < 0) throw new JsonException("Expected the side of a pause: us, customer, supplier or nobody.");
        Instant from = Read(pause.From);
        Instant? to = ReadOptional(pause.To);
        if (to < from || BoundedText.Problem(pause.Reason, BoundedText.MaxNameLength) is not null)
            throw new JsonException("Expected a pause with a reason that ends after it begins.");
        return new PausedSpan(from, to, pause.Reason, (Party)side);
    }

    private static PauseDocument Print(PausedSpan pause) => new()
    {
        From = DeadlineText.Instants.Format(pause.From),
        To = Print(pause.To),
        Reason = pause.Reason,
        On = Sides[(int)pause.On],
    };

    private static Instant? ReadOptional(string? text) => text is null ? null : Read(text);

    private static Instant Read(string text) => DeadlineText.Instants.Parse(text).TryGetValue(default, out Instant instant)
        ? Microseconds.Truncate(instant)
        : throw new JsonException("Expected an instant as text.");

    private static string? Print(Instant? instant) => instant is { } at ? DeadlineText.Instants.Format(at) : null;
}
