using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommitmentLedger.AspNetCore.Tests.Snippets;

namespace CommitmentLedger.AspNetCore.Tests;

/// <summary>The guide's application, spoken to over HTTP.</summary>
public sealed class AspNetCoreTests : IDisposable
{
    private static readonly CustomerId Guest = CustomerId.Of("guest-7731");
    private static readonly TenantId Hotel = TenantId.Of("hotel");

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-web-").FullName;
    private readonly CommitmentId _commitment = CommitmentId.New();

    private string LedgerFile => Path.Combine(_folder, "ledger.db");

    private string PromiseUrl => $"/customers/{Guest}/promises/{_commitment}";

    private static object Form(string words = "A room for four.", string zone = "Asia/Dubai") =>
        new { words, dueLocal = "2099-01-14T15:00:00", zone, booking = "HX-2291" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_promise_is_given_once_by_whoever_signed_in_and_the_next_colleague_is_briefed()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");
        HttpClient noor = await host.SignInAsync("hotel", "reception", "noor", "in person");

        JsonElement receipt = await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.OK);
        JsonElement again = await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.OK);
        JsonElement briefing = await ReadAsync(await noor.PostAsync($"/customers/{Guest}/briefings?occasion=check-in", content: null), HttpStatusCode.OK);

        receipt.GetProperty("at").GetString().Should().EndWith("Z", "the converters write instants as text");
        receipt.GetProperty("by").GetProperty("person").GetString().Should().Be("asha");
        again.GetProperty("reference").GetString().Should().Be(receipt.GetProperty("reference").GetString());
        briefing.GetProperty("lines").EnumerateArray().Should().ContainSingle().Which.GetProperty("headline").GetString().Should().Contain("A room for four.");
        await host.Ledger.FlushAsync();
        CustomerRecord record = await host.Ledger.ForTenant(Hotel).ReadAsync(Guest);
        record.Commitments.Should().ContainSingle().Which.PromisedBy.Should().Be(new Actor(Team.Of("membership"), Person.Of("asha"), Channel.Phone));
        record.History.LastBriefings.Should().ContainSingle().Which.Team.Should().Be(Team.Of("reception"));
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        await (await host.SignInAsync("hotel", "membership", "asha")).PutAsJsonAsync(PromiseUrl, Form());
        HttpClient bank = await host.SignInAsync("bank", "call centre", "mira");

        JsonElement briefing = await ReadAsync(await bank.PostAsync($"/customers/{Guest}/briefings?occasion=call", content: null), HttpStatusCode.OK);

        briefing.GetProperty("lines").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_its_code_and_what_is_legal_now()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");

        JsonElement unknown = await ReadAsync(await AskAgainAsync(asha, CommandId.New()), HttpStatusCode.NotFound);
        await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.OK);
        JsonElement reused = await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form("A room for five.")), HttpStatusCode.UnprocessableEntity);
        await host.Ledger.ForTenant(Hotel).ActingAs(new Actor(Team.Of("membership"), Channel.Phone)).For(Guest).ReleaseAsync(_commitment, Words.Verbatim("No need."));
        JsonElement closed = await ReadAsync(await AskAgainAsync(asha, CommandId.New()), HttpStatusCode.Conflict);

        unknown.GetProperty("title").GetString().Should().Be("commitment_unknown");
        reused.GetProperty("title").GetString().Should().Be("command_id_reused");
        closed.GetProperty("title").GetString().Should().Be("commitment_closed");
        closed.GetProperty("legalNow").EnumerateArray().Select(verb => verb.GetString()).Should().Contain("record-account");
    }

    [Fact]
    public async Task An_unknown_outcome_is_settled_by_the_same_request_again()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile, withTrouble: true);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");
        await asha.PutAsJsonAsync(PromiseUrl, Form());
        CommandId key = CommandId.New();
        host.Store.LoseAnswers(1);
        host.Store.BeAway(1);

        HttpResponseMessage lost = await AskAgainAsync(asha, key);
        JsonElement unknown = await ReadAsync(lost, HttpStatusCode.ServiceUnavailable);
        await ReadAsync(await AskAgainAsync(asha, key), HttpStatusCode.OK);

        unknown.GetProperty("title").GetString().Should().Be("outcome_unknown");
        lost.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        Commitment commitment = (await host.Ledger.ForTenant(Hotel).FindAsync(Guest, _commitment))!;
        commitment.Doubt!.Times.Should().Be(1);
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_as_such()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile, withTrouble: true);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");
        host.Store.BeAway(1);

        JsonElement away = await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.ServiceUnavailable);

        away.GetProperty("title").GetString().Should().Be("ledger_unavailable");
    }

    [Theory]
    [InlineData("", "Asia/Dubai")]
    [InlineData("A room.", "Mars/Olympus")]
    public async Task A_form_that_cannot_be_read_is_the_clients_mistake(string words, string zone)
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");

        JsonElement bad = await ReadAsync(await asha.PutAsJsonAsync(PromiseUrl, Form(words, zone)), HttpStatusCode.BadRequest);

        bad.GetProperty("detail").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Nobody_acts_without_a_sign_in_a_company_and_a_channel()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        HttpClient withoutCompany = await host.SignInAsync(tenant: null, "membership", "asha");
        HttpClient withoutChannel = await host.SignInAsync("hotel", "membership", "asha", channel: null);

        (await host.Open().PutAsJsonAsync(PromiseUrl, Form())).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await ReadAsync(await withoutCompany.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.Forbidden);
        await ReadAsync(await withoutChannel.PutAsJsonAsync(PromiseUrl, Form()), HttpStatusCode.BadRequest);
        (await withoutChannel.PutAsJsonAsync($"/customers/{Guest}/promises/seven", Form())).StatusCode.Should().Be(HttpStatusCode.BadRequest, "the id is none");
        (await withoutChannel.PostAsync($"{PromiseUrl}/doubts", content: null)).StatusCode.Should().Be(HttpStatusCode.BadRequest, "a key is missing");
    }

    [Fact]
    public async Task The_health_check_examines_the_store()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile);
        await (await host.SignInAsync("hotel", "membership", "asha")).PutAsJsonAsync(PromiseUrl, Form());

        (await host.Open().GetStringAsync("/health")).Should().Be("Healthy");
    }

    [Fact]
    public async Task A_new_command_id_for_each_try_records_a_repeated_request_twice()
    {
        await using DeskHost host = await DeskHost.StartAsync(LedgerFile, map: Mistakes.Map);
        HttpClient asha = await host.SignInAsync("hotel", "membership", "asha");
        await asha.PutAsJsonAsync(PromiseUrl, Form());

        for (int attempt = 0; attempt < 2; attempt++) await ReadAsync(await asha.PostAsync($"/wrong{PromiseUrl}/doubts", content: null), HttpStatusCode.OK);

        Commitment commitment = (await host.Ledger.ForTenant(Hotel).FindAsync(Guest, _commitment))!;
        commitment.Doubt!.Times.Should().Be(2);
    }

    private async Task<HttpResponseMessage> AskAgainAsync(HttpClient client, CommandId key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{PromiseUrl}/doubts");
        request.Headers.Add("Idempotency-Key", key.ToString());
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(expected, "{0}", text);
        if ((int)expected >= 400) answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return JsonDocument.Parse(text).RootElement;
    }
}
