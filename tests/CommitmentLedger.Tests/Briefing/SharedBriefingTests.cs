using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Briefings;

/// <summary>That everybody who reads knows the same: one store, and a ledger for each team, as each has in a process of its own.</summary>
public sealed class SharedBriefingTests : IAsyncDisposable
{
    private static readonly Occasion Visit = new("taking blood");
    private static readonly ValueList<Term> Terms = [Term.Of("dengue test", true), Term.Place("home")];

    private readonly CommitmentId _test = CommitmentId.New();
    private readonly InMemoryLedgerStore _store = new();
    private readonly List<Ledger> _ledgers = [];

    public async ValueTask DisposeAsync()
    {
        foreach (Ledger ledger in _ledgers) await ledger.DisposeAsync();
    }

    [Fact]
    [Proves("LAB-18", 'b', 'c')]
    public async Task Call_centre_centre_and_field_staff_read_the_same_and_whoever_read_before_the_last_change_is_found_out()
    {
        CustomerLedger callCentre = Serving("call centre", Channel.Phone), centre = Serving("marina centre", Channel.Phone), field = Serving("field team", Channel.InPerson);
        await callCentre.PromiseAsync(_test, Some.Promise() with { Words = Some.Words("Yes, we do the dengue test at your home."), Terms = Terms });
        await callCentre.OfferHandoffAsync(_test, centre.Actor.Team, Some.Due());
        Briefing early = await field.BriefAsync(Visit);
        await centre.AcceptHandoffAsync(_test, Terms);
        await centre.AskAgainAsync(_test, Some.Words("At home, are you sure?"));

        Briefing[] read = await Task.WhenAll(callCentre.BriefAsync(Visit), centre.BriefAsync(Visit), field.BriefAsync(Visit));

        read.Select(briefing => briefing.Position).Distinct().Should().ContainSingle().Which.Should().BeGreaterThan(early.Position);
        read.Select(briefing => briefing.ToText()).Distinct().Should().ContainSingle().Which.Should().Contain("“At home, are you sure?”");
        early.ToText().Should().NotBe(read[0].ToText());
    }

    private CustomerLedger Serving(string team, Channel channel)
    {
        _ledgers.Add(new Ledger(_store, new LedgerOptions { Zone = Some.Dubai }, new ManualTime(Some.Monday)));
        return _ledgers[^1].ActingAs(new Actor(Team.Of(team), channel)).For(Some.Guest);
    }
}
