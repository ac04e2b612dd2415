using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>The names of weekdays in a calendar's JSON.</summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static string Print(IsoDayOfWeek day) => Names[(int)day - 1];

    public static bool TryRead(string? text, out IsoDayOfWeek day)
    {
        day = (IsoDayOfWeek)(Array.IndexOf(Names, text) + 1);
        return day != IsoDayOfWeek.None;
    }
}
