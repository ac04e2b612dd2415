using CommitmentLedger.Benchmarks;

string mode = args.FirstOrDefault() ?? "help";
string[] rest = [.. args.Skip(1)];
switch (mode)
{
    case "load":
        return await LoadMode.RunAsync(rest);
    case "sizes":
        return await SizesMode.RunAsync(rest);
    case "child":
        return await ChildMode.RunAsync(rest);
    case "micro":
        return MicroMode.Run(rest);
    case "calendar":
        return CalendarRatios.Run(Console.Out) ? 0 : 1;
    default:
        Help.Print(Console.Out);
        return mode == "help" ? 0 : 2;
}
