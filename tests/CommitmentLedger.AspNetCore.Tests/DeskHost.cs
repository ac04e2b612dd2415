using System.Net;
using System.Security.Claims;
using CommitmentLedger.AspNetCore.Tests.Snippets;
using CommitmentLedger.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Claim = System.Security.Claims.Claim;

namespace CommitmentLedger.AspNetCore.Tests;

/// <summary>The guide's application on a port of the loopback, over a SQLite file, with cookies for signing in.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private DeskHost(WebApplication app) => _app = app;

    public Ledger Ledger => _app.Services.GetRequiredService<Ledger>();

    /// <summary>The store of a host that was started with trouble.</summary>
    public UnreliableLedgerStore Store => _app.Services.GetRequiredService<UnreliableLedgerStore>();

    public static async Task<DeskHost> StartAsync(string file, bool withTrouble = false, Action<WebApplication>? map = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
            options.Events.OnRedirectToLogin = context =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            });
        builder.Services.AddAuthorization();
        DeskApplication.AddServices(builder, file);
        if (withTrouble)
        {
            builder.Services.AddSingleton(services => new UnreliableLedgerStore(services.GetRequiredService<SqliteLedgerStore>()));
            builder.Services.AddCommitmentLedger().UseStore(services => services.GetRequiredService<UnreliableLedgerStore>());
        }

        WebApplication app = builder.Build();
        DeskApplication.Map(app);
        map?.Invoke(app);
        app.MapPost("/sign-in", (HttpContext context, string? tenant, string team, string person) => context.SignInAsync(UserOf(tenant, team, person)));
        await app.StartAsync();
        return new DeskHost(app);
    }

    /// <summary>A browser of somebody who has signed in and works with customers through a channel.</summary>
    public async Task<HttpClient> SignInAsync(string? tenant, string team, string person, string? channel = "phone")
    {
        HttpClient client = Open();
        if (channel is not null) client.DefaultRequestHeaders.Add("X-Channel", channel);
        (await client.PostAsync($"/sign-in?team={team}&person={person}{(tenant is null ? string.Empty : $"&tenant={tenant}")}", content: null)).StatusCode.Should().Be(HttpStatusCode.OK);
        return client;
    }

    public HttpClient Open()
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_app.Urls.Single()) };
        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (HttpClient client in _clients) client.Dispose();
        await _app.DisposeAsync();
    }

    private static ClaimsPrincipal UserOf(string? tenant, string team, string person)
    {
        var identity = new ClaimsIdentity([new Claim("team", team), new Claim(ClaimTypes.NameIdentifier, person)], CookieAuthenticationDefaults.AuthenticationScheme);
        if (tenant is not null) identity.AddClaim(new Claim("tenant", tenant));
        return new ClaimsPrincipal(identity);
    }
}
