using System.Text.RegularExpressions;

namespace CommitmentLedger.Repository.Tests.Layering;

/// <summary>The rooms of the core, in the order in which they stand: each uses only itself and what stands above it.</summary>
internal static partial class Rooms
{
    private const string Core = "src/CommitmentLedger/";

    /// <summary>A line a room. Two in one line are one knot, on purpose: events make commitments, and commitments hold what events brought.</summary>
    private static readonly string[][] Order =
    [
        ["Values"],
        ["Time"],
        ["Promises"],
        ["Rules"],
        ["Recovering"],
        ["Model", "Verbs"],
        ["Briefing"],
        ["Measuring"],
        ["Storage"],
        ["Encoding"],
        ["Engine"],
        ["Integrity"],
        ["Watching"],
        ["(root)", "DependencyInjection"],
    ];

    /// <summary>Rooms that have a place and no types yet: rules judge facts that they get as values, and never a commitment.</summary>
    public static string[] ToCome { get; } = ["Rules", "Recovering", "Measuring", "Watching"];

    /// <summary>A type at the margin; one within another lies in the room of that one.</summary>
    [GeneratedRegex(@"^(?! ).*\b(?:class|struct|interface|enum|record(?: struct)?)\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    public static IEnumerable<string> All => Order.SelectMany(rooms => rooms);

    /// <summary>The rooms below which nothing awaits, stores or logs.</summary>
    public static IEnumerable<string> Pure => All.TakeWhile(room => room != "Storage");

    public static bool Allows(Arrow arrow) => arrow.FromRoom == arrow.ToRoom || Place(arrow.ToRoom) <= Place(arrow.FromRoom);

    /// <summary>The room of each type of the core, by the folder of the file that declares it.</summary>
    public static IReadOnlyDictionary<string, string> OfTypes() =>
        (from path in Repo.Files(Core, ".cs")
         from Match declaration in Declaration().Matches(WithoutComments(Repo.Read(path)))
         group RoomOf(path) by declaration.Groups[1].Value).ToDictionary(type => type.Key, type => type.Distinct().Single(), StringComparer.Ordinal);

    public static string RoomOf(string path) => path[Core.Length..].Split('/') is [var room, _, ..] ? room : "(root)";

    private static int Place(string room) => Array.FindIndex(Order, rooms => rooms.Contains(room)) is >= 0 and var place
        ? place
        : throw new InvalidOperationException($"The folder {room} has no place in the table of rooms.");

    private static string WithoutComments(string source) => string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
