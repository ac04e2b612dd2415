using CommitmentLedger.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

/// <summary>The application that the guide to ASP.NET Core shows.</summary>
internal static class DeskApplication
{
    public static void AddServices(WebApplicationBuilder builder, string file)
    {
        #region AspNetCoreServices
        builder.Services.AddCommitmentLedger().UseSqlite(file);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(Caller.ActingLedgerOf);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.AddLedgerConverters());
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<LedgerExceptionHandler>();
        builder.Services.AddHealthChecks().AddCheck<LedgerHealthCheck>("commitment-ledger");
        #endregion
    }

    public static void Map(WebApplication app)
    {
        #region AspNetCoreEndpoints
        app.UseExceptionHandler();
        app.MapHealthChecks("/health");
        RouteGroupBuilder desk = app.MapGroup("/customers/{customer}").RequireAuthorization();

        // The client makes the commitment's id before the first try, so that a repeated PUT promises once.
        desk.MapPut("/promises/{commitment}", (CustomerId customer, CommitmentId commitment, PromiseForm form, ActingLedger ledger, CancellationToken cancel) =>
            ledger.For(customer).PromiseAsync(commitment, form.ToPromise(), cancellationToken: cancel));

        // The client's key is the id of the command: the same key with the same content is recorded once.
        desk.MapPost("/promises/{commitment}/doubts", async (
            CustomerId customer, CommitmentId commitment, [FromHeader(Name = "Idempotency-Key")] CommandId key, ActingLedger ledger, CancellationToken cancel) =>
            (await ledger.For(customer).TryAsync(new AskAgain(commitment) { Id = key }, cancel)).ToResult());

        // Reading a briefing is recorded, so that it is a POST.
        desk.MapPost("/briefings", async (CustomerId customer, Occasion occasion, ActingLedger ledger, CancellationToken cancel) =>
            Results.Content((await ledger.For(customer).BriefAsync(occasion, cancel)).ToJson(), "application/json"));
        #endregion
    }
}
