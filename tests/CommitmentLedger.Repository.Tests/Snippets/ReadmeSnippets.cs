using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the README and the start pages show, compiled and run.</summary>
public sealed class ReadmeSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_twenty_lines_promise_find_and_brief()
    {
        string file = Path.Combine(_folder, "ledger.db");
        var output = new StringWriter();
        var when = new LocalDateTime(2099, 1, 14, 15, 0);
        #region FirstTwentyLines
        var services = new ServiceCollection();
        services.AddCommitmentLedger().UseSqlite(file);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();

        // One team promises.
        var guest = CustomerId.Of("guest-7731");
        var membership = ledger.ActingAs(new Actor(Team.Of("membership"), Person.Of("asha"), Channel.Phone));
        Receipt receipt = await membership.For(guest).PromiseAsync(CommitmentId.New(), new Promise
        {
            Words = Words.Verbatim("Yes, four adults can stay, and we will put in two extra beds."),
            Terms = [Term.Of("adults", 4), Term.Of("extra-beds", 2)],
            PromisedDue = Deadline.By(when, DateTimeZoneProviders.Tzdb["Asia/Dubai"]),
            Matter = LookupKey.Booking("HX-2291"),
        });
        output.WriteLine(receipt);

        // Another team checks, before the customer reaches the desk.
        var reception = ledger.ActingAs(new Actor(Team.Of("reception"), Person.Of("noor"), Channel.InPerson));
        Briefing briefing = await reception.For(guest).BriefAsync(new Occasion("check-in"));
        foreach (BriefingLine line in briefing.Lines) output.WriteLine(line);
        #endregion

        output.ToString().Should().ContainAll("Your reference: ", "membership promised: 4 adults, 2 extra beds", "Yes, four adults can stay");
    }

    [Fact]
    public async Task A_verb_answers_as_a_value_or_throws()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        var reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson));
        var guest = CustomerId.Of("guest-7731");
        CommitmentId commitment = CommitmentId.New();
        var output = new StringWriter();
        #region RefusalsAreValues
        Verdict verdict = await reception.For(guest).TryAsync(new Accept(commitment));
        if (verdict.Refusal is { } no) output.WriteLine($"{no.Code}: {no.Message}");

        try
        {
            await reception.For(guest).AcceptAsync(commitment);
        }
        catch (RefusedException refused)
        {
            output.WriteLine(refused.Refusal.Code);
        }
        #endregion

        output.ToString().Should().Contain("commitment_unknown: ");
    }

    [Fact]
    public async Task An_unknown_outcome_is_repeated_with_the_same_command()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        var reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson));
        var guest = CustomerId.Of("guest-7731");
        var promise = new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) };
        #region RepeatTheSameCommand
        var command = new MakePromise(CommitmentId.New(), promise);
        Verdict verdict;
        try
        {
            verdict = await reception.For(guest).TryAsync(command);
        }
        catch (LedgerOutcomeUnknownException)
        {
            // The same command object has the same command id: if it was written, this gives the first result.
            verdict = await reception.For(guest).TryAsync(command);
        }
        #endregion

        Verdict again = await reception.For(guest).TryAsync(command);
        again.IsReplay.Should().BeTrue();
        again.Receipt.Should().Be(verdict.Receipt);
    }

    [Fact]
    public async Task A_handoff_is_offered_read_back_and_accepted()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        var guest = CustomerId.Of("patient-12");
        var callCentre = ledger.ActingAs(new Actor(Team.Of("call centre"), Channel.Phone));
        var centre = ledger.ActingAs(new Actor(Team.Of("marina centre"), Channel.Phone));
        DateTimeZone dubai = DateTimeZoneProviders.Tzdb["Asia/Dubai"];
        Instant now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        CommitmentId callback = CommitmentId.New();
        #region HandOff
        Deadline due = Deadline.Within(BusinessTime.FromMinutes(30), now, WorkingCalendar.AroundTheClock(dubai), said: "within 30 minutes");
        await callCentre.For(guest).PromiseAsync(callback, new Promise
        {
            Words = Words.Verbatim("The nearest centre will call you within the next 30 minutes."),
            Terms = [Term.Of("call", true)],
            PromisedDue = due,
        });

        // The call centre stays responsible until the other team has read the terms back.
        await callCentre.For(guest).OfferHandoffAsync(callback, Team.Of("marina centre"), answerBy: Deadline.At(now + Duration.FromMinutes(5), dubai));
        Verdict taken = await centre.For(guest).AcceptHandoffAsync(callback, readBack: [Term.Of("call", true)]);
        #endregion

        taken.Commitment!.Owner.Should().Be(Team.Of("marina centre"));
        taken.Commitment.DueTimes!.Due.Should().Be(due.Due);
    }
}
