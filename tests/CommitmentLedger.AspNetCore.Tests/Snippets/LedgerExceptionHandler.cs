using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

#region LedgerExceptionHandler
internal sealed class LedgerExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            RefusedException refused => refused.Refusal.ToProblem().ProblemDetails,
            LedgerOutcomeUnknownException => Busy("outcome_unknown", "It may have been recorded. Send the same request again, with the same ids."),
            LedgerUnavailableException => Busy("ledger_unavailable", "Nothing was recorded. Send the request again later."),
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Title = "bad_request", Detail = bad.Message },
            _ => null,
        };
        if (problem is null) return false;
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private static ProblemDetails Busy(string title, string detail) =>
        new() { Status = StatusCodes.Status503ServiceUnavailable, Title = title, Detail = detail };
}
#endregion
