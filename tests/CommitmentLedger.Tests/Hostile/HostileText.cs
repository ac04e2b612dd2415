using System.Globalization;

namespace CommitmentLedger.Hostile;

/// <summary>Text as nobody should send it and somebody will.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "a", "B", "7", " ", "-", "–", "\u2011", "\u00A0", "\u3000", "\t", "\n", "\r\n", "\0", "\u0007", "\u0085", "\u2028", "\"", "\\", "'", "{", ";",
        "\u0958", "\uFB2C", "\u0344", "\u0390", "\U0001D160", "e\u0301", "\u0301", "\u0323\u0307", "\u212B", "가", "\u1100\u1161\u11A8", "夜", "\uFF11", "\u0661",
        "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\uFDD0", "\u202E", "\u2066", "\u200F", "\u061C", "\u200B", "\u2060", "\uFEFF", "\u00AD", "\u034F", "\u3164", "\u115F",
        "\u200C", "\u200D", "\uFE0F", "\uFE0E", "\U000E0041", "\U000E007F", "\U000E0100", "\u180E", "\u180B", "می\u200Cخواهم", "क्\u200Dष", "র\u200D্য", "👩\u200D🚒",
        "❤\uFE0F\u200D🔥", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "😀\uFE0F", "1\uFE0F\u20E3", "İ", "ı", "ß", "ς", "ﬁ", "\u0605", "\uFFF9", "$", "+", "(0)", "00", "@",
        "\u0995\u09C7\u200C\u09BE", "\u0B95\u0BC6\u200D\u0BBE", "\u0627\u200D\u0653", "\u2194\uFE0E\u0338", "\u0928\u200C\u093C", "\uFFFC", "\U00013430", "\U00013441", "\U0001D159",
    ];

    /// <summary>Letters and marks of many scripts, of which some make one together and some change places.</summary>
    private static readonly string[] Lively =
    [
        .. Enumerable.Range(0x0300, 0x1D00).Concat(Enumerable.Range(0xA800, 0x400)).Concat(Enumerable.Range(0x10A00, 0x1000)).Concat(Enumerable.Range(0x13000, 0x460))
            .Where(point => CharUnicodeInfo.GetUnicodeCategory(point) is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            .Select(char.ConvertFromUtf32),
    ];

    private static readonly string[] Unseen = ["\u200C", "\u200D", "\uFE0E", "\uFE0F", "\u180B", "\U000E0100", "\U00013430", "\u2800"];

    public static string Some(Random random) => random.Next(14) switch
    {
        0 => string.Empty,
        1 => " ",
        2 => Repeat(random, random.Next(55, 65)),
        3 => Repeat(random, random.Next(95, 105)),
        4 => Repeat(random, random.Next(395, 520)),
        5 => Repeat(random, random.Next(3_900, 4_100)),
        6 or 7 => Piece(random),
        8 or 9 => Script(random),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Piece(random))),
    };

    /// <summary>A few letters and marks from one neighbourhood, with what is not seen between them.</summary>
    public static string Script(Random random)
    {
        int home = random.Next(Lively.Length);
        return string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(5) switch
        {
            0 or 1 => Unseen[random.Next(Unseen.Length)],
            2 => Piece(random),
            _ => Lively[Math.Clamp(home + random.Next(-40, 40), 0, Lively.Length - 1)],
        }));
    }

    /// <summary>The same name as somebody else would type it: in another normal form or case.</summary>
    public static string Otherwise(string name, Random random) => random.Next(4) switch
    {
        0 => name.Normalize(System.Text.NormalizationForm.FormD),
        1 => name.ToUpperInvariant(),
        _ => name,
    };

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];

    private static string Repeat(Random random, int times)
    {
        string piece = Piece(random);
        return string.Concat(Enumerable.Repeat(piece, times));
    }
}
