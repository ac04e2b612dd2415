using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>A command that is sent again is the same command, however its equal parts were written.</summary>
public sealed class EqualContentTests
{
    [Fact]
    public async Task What_differs_by_less_than_a_microsecond_happened_at_the_same_time()
    {
        var time = new ManualTime(Some.Monday);
        await using var ledger = new Ledger(new InMemoryLedgerStore(), time: time);
        CustomerLedger guest = ledger.ActingAs(Some.Membership).For(Some.Guest);
        var id = CommitmentId.New();
        await guest.PromiseAsync(id, Some.Promise());
        var note = new AddNote(id, Some.Words()) { OccurredAt = Some.Monday };
        await guest.DoAsync(note);

        Verdict again = await guest.TryAsync(note with { OccurredAt = Some.Monday + Duration.FromNanoseconds(300) });

        again.Refusal.Should().BeNull();
        again.IsReplay.Should().BeTrue();
    }

    [Theory]
    [InlineData("de-DE", "de-de")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("SL-rozaj-Biske", "sl-rozaj-biske")]
    [InlineData("en-ca-X-CA", "en-CA-x-ca")]
    [InlineData("az-LATN-x-LATN", "az-Latn-x-latn")]
    public async Task A_language_is_the_same_in_upper_and_lower_case(string one, string other)
    {
        Language.Of(one).Should().Be(Language.Of(other));
        Language.Parse(Language.Of(one).ToString()).Should().Be(Language.Of(one));
        await using var ledger = new Ledger(new InMemoryLedgerStore(), time: new ManualTime(Some.Monday));
        CustomerLedger guest = ledger.ActingAs(Some.Membership).For(Some.Guest);
        var id = CommitmentId.New();
        Promise In(string language) => Some.Promise() with { Words = Words.Verbatim("Ja.", Language.Of(language)) };

        await guest.DoAsync(new MakePromise(id, In(one)));

        (await guest.TryAsync(new MakePromise(id, In(other)))).IsReplay.Should().BeTrue();
    }

    [Fact]
    public void A_language_is_told_in_its_usual_case() => Language.Of("ZH-hANT-tw").ToString().Should().Be("zh-Hant-TW");
}
