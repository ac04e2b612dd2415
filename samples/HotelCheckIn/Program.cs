using System.Text;
using CommitmentLedger;
using CommitmentLedger.Commands;
using HotelCheckIn;
using Microsoft.Extensions.DependencyInjection;

Console.OutputEncoding = Encoding.UTF8;
string file = args.Length > 0 ? args[0] : "hotel-check-in.db";
var clock = new StoryClock();

var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(clock);
services.AddCommitmentLedger(options => options.Zone = HotelStory.Dubai).UseSqlite(file);
await using ServiceProvider provider = services.BuildServiceProvider();
var ledger = provider.GetRequiredService<Ledger>();

int before = await ledger.ReadHistoryAsync(HotelStory.Guest).CountAsync();
var receipts = new List<Receipt>();
int repeated = 0;
foreach (Chapter chapter in HotelStory.Chapters)
{
    clock.Now = chapter.At;
    foreach (Command command in chapter.Commands)
    {
        Verdict verdict = await ledger.ActingAs(chapter.By).For(HotelStory.Guest).DoAsync(command);
        if (verdict.IsReplay) repeated++;
        if (verdict.Receipt is { } receipt) receipts.Add(receipt);
    }
}

Console.WriteLine("The receipts that the guest got on Monday 2 and Thursday 5 November");
Console.WriteLine("-------------------------------------------------------------------");
foreach (Receipt receipt in receipts)
{
    Console.WriteLine(receipt);
    Console.WriteLine();
}

Console.WriteLine($"On the phone: {receipts[0].Reference.ToSpoken()}");
Console.WriteLine();

clock.Now = HotelStory.CheckIn.At;
Briefing briefing = await ledger.ActingAs(HotelStory.CheckIn.By).For(HotelStory.Guest).BriefAsync(new Occasion("check-in"));
await ledger.FlushAsync();

Console.WriteLine("What reception reads on Saturday, before the guest reaches the desk");
Console.WriteLine("-------------------------------------------------------------------");
Console.WriteLine(briefing.ToText());
Console.WriteLine();

int after = await ledger.ReadHistoryAsync(HotelStory.Guest).CountAsync();
Console.WriteLine($"Ledger file: {file}");
Console.WriteLine(before == 0
    ? $"{after} entries written: what was said, and that reception read it. Run this again on the same file."
    : $"The file held {before} entries. Telling the story again repeated {repeated} commands and doubled none; only the new reading was added, which makes {after}.");
