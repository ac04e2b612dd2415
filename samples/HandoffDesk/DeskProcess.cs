using System.Globalization;
using CommitmentLedger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace HandoffDesk;

/// <summary>
/// One desk in a process of its own. It prints two pages, each ended by a form feed: what the desk did, and, once it is told to go on,
/// the briefing that it reads before the customer comes.
/// </summary>
internal static class DeskProcess
{
    public const string EndOfPage = "\f";

    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm", zoneProvider: null);

    public static async Task<int> RunAsync(Desk desk, string store)
    {
        var clock = new StoryClock { Now = desk.Steps[0].At };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCommitmentLedger(options => options.Zone = DeskStory.Dubai).UseStoreAt(store);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<Ledger>();
        CustomerLedger customer = ledger.ActingAs(desk.Actor).For(DeskStory.Customer);

        // A look that leaves no mark.
        CustomerRecord record = await ledger.ReadAsync(DeskStory.Customer);
        Console.WriteLine(OnTheScreen(record, desk.Actor.Team));
        foreach (Step step in desk.Steps)
        {
            clock.Now = step.At;
            Verdict verdict = await customer.DoAsync(step.Command);
            Console.WriteLine();
            Console.WriteLine(Moment.Format(step.At.InZone(DeskStory.Dubai)) + (verdict.IsReplay ? ", recorded before" : string.Empty));
            Console.WriteLine(step.Does);
            if (verdict.Receipt is { Kind: ReceiptKind.Promise, Reference: var reference }) Console.WriteLine($"The customer's reference: {reference}. On the phone: {reference.ToSpoken()}");
        }

        Console.WriteLine(EndOfPage);
        await Console.In.ReadLineAsync();

        // Before the customer comes. Whoever opens the briefing next sees that this desk has read it.
        clock.Now = DeskStory.BeforeTheVisit;
        Briefing briefing = await customer.BriefAsync(DeskStory.Visit);
        await ledger.FlushAsync();
        Console.WriteLine(BriefingPanel.Of(briefing));
        Console.WriteLine(EndOfPage);
        return 0;
    }

    private static string OnTheScreen(CustomerRecord record, Team team) =>
        record.Open.FirstOrDefault(commitment => commitment.Handoff?.To == team) is { } offered
            ? $"Waits for our answer: {offered.Promise.Summary} ({offered.Reference}). {offered.Handoff!.Words}"
            : string.Create(CultureInfo.InvariantCulture, $"Open for this customer: {record.Open.Count()}. Nothing waits for our answer.");
}
