using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the README and the start pages show, compiled and run.</summary>
public sealed class ReadmeSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
        var store = new UnreliableLedgerStore(new InMemoryLedgerStore());
        await using var ledger = new Ledger(store);
        var reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson));
        var guest = CustomerId.Of("guest-7731");
        store.LoseAnswers(1);
        store.BeAway(1);
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
            // The same object has the same command id. If it was written, this returns the first result.
            verdict = await reception.For(guest).TryAsync(command);
        }
        #endregion

        verdict.IsReplay.Should().BeTrue("the first try was written and its answer lost");
        verdict.Commitment!.Id.Should().Be(command.Commitment);
    }

    [Fact]
    public async Task An_unknown_outcome_is_settled_after_a_restart()
    {
        string file = Path.Combine(_folder, "unsettled.json");
        var store = new UnreliableLedgerStore(new InMemoryLedgerStore());
        await using var ledger = new Ledger(store);
        var guest = CustomerId.Of("guest-7731");
        var reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson)).For(guest);
        CommitmentId room = CommitmentId.New();
        var quietRoom = new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = Deadline.At(Instant.FromUtc(2099, 1, 1, 0, 0), DateTimeZone.Utc) };
        store.LoseRequests(1);
        store.BeAway(1);
        #region SettleLater
        try
        {
            await reception.PromiseAsync(room, quietRoom);
        }
        catch (LedgerOutcomeUnknownException unknown) when (unknown.Unsettled is { } command)
        {
            await File.WriteAllTextAsync(file, command.ToJson());
        }

        // Later, in this process or the next:
        AddressedCommand unsettled = AddressedCommandJson.Parse(await File.ReadAllTextAsync(file));
        Verdict verdict = await ledger.ForTenant(unsettled.Tenant).SettleAsync(unsettled);
        #endregion

        verdict.Receipt!.Commitment.Should().Be(room);
        (await ledger.ReadAsync(guest)).Commitments.Should().ContainSingle();
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
