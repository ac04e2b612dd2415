using CommitmentLedger.Time;

namespace CommitmentLedger;

/// <summary>The days of a holiday file, in its order, with names, so that days on which nobody closes can be dropped.</summary>
/// <param name="Days">The whole days; one for each date.</param>
/// <param name="ClosedPeriods">What has a time of day.</param>
public sealed record Holidays(IReadOnlyList<SpecialDay> Days, IReadOnlyList<ClosedPeriod> ClosedPeriods);
