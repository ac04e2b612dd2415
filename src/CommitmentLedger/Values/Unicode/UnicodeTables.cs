using System.Globalization;

namespace CommitmentLedger;

/// <summary>The properties of characters that the platform does not tell, or tells only where it has its culture data.</summary>
/// <remarks>They are those of one version of Unicode, whatever the host: two hosts never disagree about whether two names are the same.</remarks>
internal static class UnicodeTables
{
    /// <summary>The combining class of the sign that takes the vowel from a letter of an Indic script.</summary>
    public const int Virama = 9;

    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<int, (int First, int Second)> Parts = [];
    private static readonly Dictionary<(int First, int Second), int> Wholes = [];
    private static readonly Dictionary<int, int> Capitals = [];
    private static readonly Dictionary<string, List<(int First, int Last)>> Ranges = [];
    private static readonly List<((int First, int Last) Of, (int First, int Last) Home, bool IsBetween)> Homes = [];

    static UnicodeTables()
    {
        using Stream stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream(typeof(UnicodeTables), "Values.Unicode.UnicodeTables.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#') Take(line.Split(' '));
        }
    }

    /// <summary>The capital letter of a letter beyond ASCII, and any other character itself.</summary>
    public static int CapitalOf(int point) => Capitals.GetValueOrDefault(point, point);

    public static int ClassOf(int point) => Classes.GetValueOrDefault(point);

    /// <summary>The decomposition of a character; the second is 0 when it is one other character.</summary>
    public static bool TryTakeApart(int point, out (int First, int Second) parts) => Parts.TryGetValue(point, out parts);

    public static bool TryPutTogether(int first, int second, out int whole) => Wholes.TryGetValue((first, second), out whole);

    /// <summary>Whether a cursive letter reaches out to the one after it.</summary>
    public static bool JoinsNext(int point) => IsIn("joins-both", point) || IsIn("joins-next", point);

    /// <summary>Whether a cursive letter reaches out to the one before it.</summary>
    public static bool JoinsPrevious(int point) => IsIn("joins-both", point) || IsIn("joins-previous", point);

    public static bool IsPicture(int point) => IsIn("picture", point);

    /// <summary>Whether it is shown as a coloured picture unless asked for as text.</summary>
    public static bool IsColoured(int point) => IsIn("colour", point);

    /// <summary>Whether nothing is shown for it, by itself.</summary>
    public static bool IsUnseen(int point) => IsIn("ignorable", point) || IsIn("format", point) || IsIn("blank", point);

    /// <summary>Whether what is not seen stands where its script needs it. Twice in a row it says no more than once.</summary>
    public static bool IsAtHome(int point, int before, int after) =>
        point != before && Homes.Any(home => IsIn(home.Of, point) && IsIn(home.Home, before) && (!home.IsBetween || IsIn(home.Home, after)));

    private static bool IsIn(string property, int point)
    {
        List<(int First, int Last)> ranges = Ranges[property];
        int low = 0;
        int high = ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (point < ranges[middle].First) high = middle - 1;
            else if (point > ranges[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    private static bool IsIn((int First, int Last) range, int point) => point >= range.First && point <= range.Last;

    private static void Take(string[] words)
    {
        switch (words[0])
        {
            case "class":
                (int first, int last) = Range(words[2]);
                for (int point = first; point <= last; point++) Classes.Add(point, byte.Parse(words[1], CultureInfo.InvariantCulture));
                break;
            case "pair" or "apart":
                (int, int) parts = (Point(words[2]), words.Length > 3 ? Point(words[3]) : 0);
                Parts.Add(Point(words[1]), parts);
                if (words[0] == "pair") Wholes.Add(parts, Point(words[1]));
                break;
            case "upper":
                (int from, int to) = Range(words[1]);
                int step = int.Parse(words[2], CultureInfo.InvariantCulture);
                for (int point = from; point <= to; point += step) Capitals.Add(point, point + int.Parse(words[3], CultureInfo.InvariantCulture));
                break;
            case "between" or "after":
                Homes.Add((Range(words[1]), Range(words[2]), words[0] == "between"));
                break;
            default:
                if (!Ranges.TryGetValue(words[0], out List<(int, int)>? ranges)) Ranges.Add(words[0], ranges = []);
                ranges.Add(Range(words[1]));
                break;
        }
    }

    private static (int First, int Last) Range(string text) =>
        text.Split('-') is [var first, var last] ? (Point(first), Point(last)) : (Point(text), Point(text));

    private static int Point(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
