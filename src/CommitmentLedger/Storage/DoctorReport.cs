namespace CommitmentLedger.Storage;

/// <summary>The result of a store's examination of itself.</summary>
/// <param name="Findings">The findings, worst first; empty when all is well.</param>
public sealed record DoctorReport(ValueList<DoctorFinding> Findings)
{
    /// <summary>Whether nothing was found that endangers what is kept.</summary>
    public bool IsHealthy => !Findings.Any(finding => finding.IsDanger);
}

/// <summary>One thing that a store found out about itself.</summary>
/// <param name="Code">The fact, as a stable snake_case code.</param>
/// <param name="IsDanger">
/// Whether what is kept is in danger; otherwise it is slow or unusual. A missing index that keeps duplicates out is a danger. One that only makes
/// reading fast is not, in every store: it is found and named, because slowness creeps in unseen, but an alarm that stops a ledger for being slow is
/// soon switched off, and then says nothing on the day that the truth is at stake.
/// </param>
/// <param name="Message">The fact, and what to do about it.</param>
public sealed record DoctorFinding(string Code, bool IsDanger, string Message);
