using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to reading for a screen shows, compiled and run.</summary>
public sealed class ScreenSnippets
{
    private static readonly CustomerId Guest = CustomerId.Of("guest-7731");

    [Fact]
    public async Task A_screen_shows_open_commitments_closed_ones_and_the_briefing()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        CustomerLedger reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson)).For(Guest);
        var told = Deadline.At(Instant.FromUtc(2099, 1, 14, 11, 0), DateTimeZone.Utc);
        for (int number = 0; number < 25; number++)
        {
            CommitmentId closed = CommitmentId.New();
            await reception.PromiseAsync(closed, new Promise { Words = Words.Verbatim($"Towel {number}."), PromisedDue = told });
            await reception.ReleaseAsync(closed, Words.Verbatim("No need."));
        }

        CommitmentId room = CommitmentId.New();
        await reception.PromiseAsync(room, new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = told, Matter = LookupKey.Booking("HX-2291") });
        TimeProvider time = TimeProvider.System;
        var output = new StringWriter();
        #region ScreenRecord
        CustomerRecord record = await ledger.ReadAsync(Guest);
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        foreach (Commitment commitment in record.Open)
            output.WriteLine($"{commitment.Reference} {commitment.Promise.Summary}: {commitment.HealthAt(now)}, {commitment.Owner}");
        #endregion
        int closedOnes = 0;
        #region ScreenClosed
        CommitmentPage page = await ledger.ReadClosedAsync(Guest, pageSize: 20);
        Show(page.Commitments);
        while (!page.IsLast)
        {
            page = await ledger.ReadClosedAsync(Guest, after: page.Commitments[^1].Id, pageSize: 20);
            Show(page.Commitments);
        }
        #endregion
        Instant tonight = Instant.FromUtc(2099, 1, 15, 0, 0);
        #region ScreenFind
        await foreach (Commitment found in ledger.FindAsync(LookupKey.Booking("HX-2291"))) Show([found]);
        await foreach (Commitment due in ledger.FindDueBeforeAsync(tonight)) Show([due]);
        await foreach (Commitment ours in ledger.FindOwnedByAsync(Team.Of("reception"))) Show([ours]);
        Commitment? one = await ledger.FindAsync(Guest, room);
        #endregion
        #region ScreenBriefing
        Briefing briefing = await reception.BriefAsync(new Occasion("check-in"));
        foreach (BriefingLine line in briefing.Lines)
        {
            output.WriteLine($"{line.Urgency}: {line.Headline}");
            foreach (Commitment commitment in line.About)
                output.WriteLine($"  {commitment.Reference}: {string.Join(", ", Verbs.InTurn(commitment))}");
        }
        #endregion
        #region ScreenFacts
        foreach (BriefingFact fact in briefing.Lines.SelectMany(line => line.Facts))
        {
            output.WriteLine(fact switch
            {
                BriefingFact.Promised promised => $"Zugesagt von {promised.By.Team} am {promised.At.InZone(promised.Zone):dd.MM.}",
                BriefingFact.Missing missing => $"Es fehlt: {missing.Name}",
                _ => $"{fact.Label}: {fact.Text}", // a kind that this program does not know yet, in English
            });
        }
        #endregion
        #region ScreenRefresh
        CustomerRecord latest = await ledger.ReadAsync(Guest);
        bool hasChanged = latest.History.ChangedAtVersion != briefing.Position;
        #endregion

        closedOnes.Should().Be(25 + 3, "all pages, and three findings");
        one!.Id.Should().Be(room);
        record.Open.Should().ContainSingle();
        hasChanged.Should().BeFalse();
        output.ToString().Should().ContainAll("A quiet room.: OnTrack, reception", "state-done", "Zugesagt von reception am ", "Responsible: reception");
        await ledger.FlushAsync();
        (await ledger.ReadAsync(Guest)).History.Briefings.Should().Be(1, "reading leaves no mark and the briefing does");

        void Show(IEnumerable<Commitment> commitments) => closedOnes += commitments.Count();
    }

    [Fact]
    public async Task A_list_reads_many_customers_without_a_mark()
    {
        await using var ledger = new Ledger(new InMemoryLedgerStore());
        ActingLedger reception = ledger.ActingAs(new Actor(Team.Of("reception"), Channel.InPerson));
        CustomerId[] arrivals = [Guest, CustomerId.Of("guest-7732")];
        Dictionary<CustomerId, int> badges = [];
        #region ScreenWrong
        foreach (CustomerId guest in arrivals)
            badges[guest] = (await reception.For(guest).BriefAsync(new Occasion("check-in"))).Lines.Count; // Wrong: nobody has read these briefings.
        #endregion
        await ledger.FlushAsync();
        int marks = (await ledger.ReadAsync(Guest)).History.Briefings;
        #region ScreenRight
        foreach (CustomerId guest in arrivals)
            badges[guest] = (await ledger.ReadAsync(guest)).Open.Count();
        #endregion
        await ledger.FlushAsync();

        marks.Should().Be(1);
        (await ledger.ReadAsync(Guest)).History.Briefings.Should().Be(1);
    }
}
