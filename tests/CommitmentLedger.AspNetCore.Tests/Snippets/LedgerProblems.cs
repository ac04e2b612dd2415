using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

/// <summary>Answers of the ledger as answers of HTTP.</summary>
internal static class LedgerProblems
{
    #region RefusalsAsProblems
    public static IResult ToResult(this Verdict verdict) =>
        verdict.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(verdict.Commitment?.Standing);

    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(
        title: refusal.Code,
        detail: refusal.Message,
        statusCode: refusal switch
        {
            { Code: "commitment_unknown" } => StatusCodes.Status404NotFound,
            { Found: not null } => StatusCodes.Status409Conflict, // The state of the commitment does not allow it.
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        extensions: new Dictionary<string, object?> { ["legalNow"] = refusal.LegalNow, ["details"] = refusal.Details });
    #endregion
}
