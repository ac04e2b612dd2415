using CommitmentLedger.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommitmentLedger.Hosting;

/// <summary>
/// Has the ledger's store examine itself: unhealthy when what is kept is in danger, the store cannot be reached or the secret is another one,
/// degraded when it is slow or unusual. Register it with <c>services.AddHealthChecks().AddCheck&lt;LedgerHealthCheck&gt;("commitment-ledger")</c>.
/// </summary>
/// <remarks>
/// An examination reads the whole schema and may take seconds on a large store: ask for it every few minutes, and not at every request of a
/// load balancer. What is found goes into the report by code; nothing of a customer does.
/// </remarks>
/// <param name="ledger">The ledger, from the services.</param>
public sealed class LedgerHealthCheck(Ledger ledger) : IHealthCheck
{
    /// <summary>A ledger without a secret is a choice and no sickness.</summary>
    private const string NoSecret = "no_secret";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            DoctorReport report = await ledger.ExamineAsync(cancellationToken).ConfigureAwait(false);
            return Judge(new DoctorReport([.. report.Findings.Where(finding => finding.Code != NoSecret)]), context.Registration.FailureStatus);
        }
        catch (LedgerSecretException problem)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The secret of the ledger is not the one that it was begun with.", problem);
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
