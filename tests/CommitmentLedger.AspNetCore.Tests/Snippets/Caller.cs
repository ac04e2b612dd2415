using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.AspNetCore.Tests.Snippets;

/// <summary>Who calls: company, team and person from the claims, the channel from the request.</summary>
internal static class Caller
{
    #region ActorFromTheRequest
    public static ActingLedger ActingLedgerOf(IServiceProvider services)
    {
        HttpContext context = services.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("Outside a request, name the actor yourself with Ledger.ActingAs.");
        if (!Channel.TryParse(context.Request.Headers["X-Channel"], provider: null, out Channel channel))
            throw new BadHttpRequestException("Name the channel of the conversation in X-Channel, such as phone.");
        var actor = new Actor(Team.Of(Claim(context, "team")), Person.Of(Claim(context, ClaimTypes.NameIdentifier)), channel);
        return services.GetRequiredService<Ledger>().ForTenant(TenantId.Of(Claim(context, "tenant"))).ActingAs(actor);
    }

    private static string Claim(HttpContext context, string type) => context.User.FindFirstValue(type)
        ?? throw new BadHttpRequestException($"The sign-in has no claim {type}.", StatusCodes.Status403Forbidden);
    #endregion
}
