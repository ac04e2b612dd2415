using CommitmentLedger.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommitmentLedger.Hosting;

/// <summary>
/// Has the ledger's store examine itself: unhealthy when what is kept is in danger or the store cannot be reached, degraded when it is slow
/// or unusual. Register it with <c>services.AddHealthChecks().AddCheck&lt;LedgerHealthCheck&gt;("commitment-ledger")</c>.
/// </summary>
/// <remarks>
/// An examination reads the whole schema and may take seconds on a large store: ask for it every few minutes, and not at every request of a
/// load balancer. What is found goes into the report by code; nothing of a customer does.
/// </remarks>
/// <param name="store">The store of the ledger, from the services.</param>
public sealed class LedgerHealthCheck(ILedgerStore store) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (store is not IStoreDoctor doctor) return HealthCheckResult.Healthy("The store of the ledger cannot examine itself.");
        try
        {
            DoctorReport report = await doctor.ExamineAsync(cancellationToken).ConfigureAwait(false);
            return Judge(report, context.Registration.FailureStatus);
        }
        catch (LedgerUnavailableException problem)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store of the ledger cannot be reached.", problem);
        }
    }

    private static HealthCheckResult Judge(DoctorReport report, HealthStatus failure)
    {
        if (report.Findings.IsEmpty) return HealthCheckResult.Healthy("The store of the ledger is sound.");
        string found = string.Join(' ', report.Findings.Select(finding => finding.Message));
        var data = report.Findings.DistinctBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(finding => finding.Code, object (finding) => finding.Message, StringComparer.Ordinal);
        return report.IsHealthy ? HealthCheckResult.Degraded(found, data: data) : new HealthCheckResult(failure, found, data: data);
    }
}
