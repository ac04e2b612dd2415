using System.Globalization;
using System.Text;
using CommitmentLedger;
using CommitmentLedger.Storage;
using LabVisit;

Console.OutputEncoding = Encoding.UTF8;
var clock = new StoryClock();
await using var ledger = new Ledger(new InMemoryLedgerStore(), new LedgerOptions { Zone = LabStory.India }, clock);

foreach (Chapter chapter in LabStory.Chapters.Append(LabStory.Afterwards))
{
    clock.Now = chapter.At;
    CustomerLedger customer = ledger.ActingAs(chapter.By).For(LabStory.Customer);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chapter.At.InZone(LabStory.India):HH:mm}  {chapter.By}: {chapter.Title}"));
    Console.WriteLine(new string('-', 100));
    if (chapter.ReadsBefore is { } occasion) Console.WriteLine((await customer.BriefAsync(occasion)).ToText());
    foreach (Step step in chapter.Steps)
    {
        Verdict verdict = step.RefusedAs is null ? await customer.DoAsync(step.Command) : await customer.TryAsync(step.Command);
        if (verdict.Refusal?.Code != step.RefusedAs) throw new InvalidOperationException($"The story goes wrong: {step.Does}");
        Console.WriteLine();
        Console.WriteLine(step.Does);
        if (verdict.Refusal is { } no) Print($"The ledger says no. {no.Message}{(no.Details.IsEmpty ? string.Empty : $" ({string.Join(", ", no.Details)})")}");
        if (verdict.Receipt is { } receipt) Print(receipt.ToString());
        if (verdict.Commitment is { Closing: not null, Judgement: { } judgement } kept) Print($"{kept.Bindingness}, with {judgement.Margin.TotalMinutes} minutes in hand.");
    }

    Console.WriteLine();
}

static void Print(string text) => Console.WriteLine("    " + text.ReplaceLineEndings(Environment.NewLine + "    "));
