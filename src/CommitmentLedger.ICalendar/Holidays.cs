using CommitmentLedger.Time;

namespace CommitmentLedger;

/// <summary>What a holiday file says, in the order of the file, with names, so that what nobody closes for can be dropped.</summary>
/// <param name="Days">The whole days; one for each date.</param>
/// <param name="ClosedPeriods">What has a time of day.</param>
public sealed record Holidays(IReadOnlyList<SpecialDay> Days, IReadOnlyList<ClosedPeriod> ClosedPeriods);
