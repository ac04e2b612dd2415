using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

/// <summary>What the guide warns of.</summary>
internal static class Mistakes
{
    public static void Map(WebApplication app)
    {
        RouteGroupBuilder desk = app.MapGroup("/wrong/customers/{customer}").RequireAuthorization();
        #region AspNetCoreWrong
        desk.MapPost("/promises/{commitment}/doubts", async (CustomerId customer, CommitmentId commitment, ActingLedger ledger) =>
            (await ledger.For(customer).TryAsync(new AskAgain(commitment) { Id = CommandId.New() })).ToResult()); // Wrong: a repeated request is recorded twice.
        #endregion
    }
}
