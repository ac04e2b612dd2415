using System.Text;
using HandoffDesk;

Console.OutputEncoding = Encoding.UTF8;
switch (args)
{
    // A desk is this program once more, in a process of its own.
    case ["desk", var name, var store]:
        return await DeskProcess.RunAsync(DeskStory.Desks.Single(desk => desk.Name == name), store);
    case []:
        return await Office.RunAsync("sqlite:handoff-desk.db");
    case ["--store", var store] when StoreChoice.IsKnown(store):
        return await Office.RunAsync(store);
    default:
        await Console.Error.WriteLineAsync("Use: HandoffDesk [--store sqlite:FILE | --store postgresql:CONNECTION]");
        return 2;
}
