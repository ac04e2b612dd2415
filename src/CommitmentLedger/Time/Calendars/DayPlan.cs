namespace CommitmentLedger.Time;

/// <summary>The opening hours of one date, and the special day that they come from; null when they are the weekday's own.</summary>
internal readonly record struct DayPlan(OpenInterval[] Hours, SpecialDay? SpecialDay);
