using NodaTime;

namespace CommitmentLedger;

/// <summary>What is so when a command is decided, apart from the customer's record. Everything that a rule may not fetch for itself.</summary>
/// <param name="Now">The time of recording, in whole microseconds.</param>
/// <param name="OccurredAt">When what the command reports happened; the same as now unless the command says otherwise, or the record holds something a little later.</param>
/// <param name="By">Who acts.</param>
/// <param name="Calendars">The working calendars that deadlines count by.</param>
/// <param name="References">Fresh references, as many as the command asked for.</param>
/// <param name="Zone">The zone whose days count where a promise names no zone of its own.</param>
internal sealed record Circumstances(
    Instant Now, Instant OccurredAt, Actor By, Calendars Calendars, ValueList<PromiseReference> References, DateTimeZone Zone);
