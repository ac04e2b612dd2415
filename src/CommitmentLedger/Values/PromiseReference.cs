using System.Buffers;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The short code on the customer's receipt that can be read out over a telephone: <c>K7PM-4RXC</c>.</summary>
/// <remarks>
/// It has no vowels (so that it spells no word) and no characters that look alike (0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V), and its last
/// character checks the others: every single wrong character and every swap of two is noticed. It is unique within the tenant and
/// says nothing about the customer. It finds a promise; it proves nothing about who reads it out.
/// </remarks>
[JsonConverter(typeof(ParsableConverter<PromiseReference>))]
public readonly record struct PromiseReference : IParsable<PromiseReference>
{
    /// <summary>Twenty-three characters: a prime number, which is what lets one check character notice every swap.</summary>
    private const string Alphabet = "23456789CDFHJKMNPRTVWXY";

    private const int GroupLength = 4;
    private const int ShortLength = 8;
    private const int LongLength = 12;
    private const int MaxTyped = 60;

    private static readonly string[] Spoken =
    [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "Charlie", "Delta", "Foxtrot", "Hotel", "Juliett", "Kilo",
        "Mike", "November", "Papa", "Romeo", "Tango", "Victor", "Whiskey", "X-ray", "Yankee",
    ];

    private static readonly SearchValues<char> Symbols = SearchValues.Create(Alphabet);
    private static readonly ulong ShortCapacity = Capacity(ShortLength);

    private readonly string? _value;

    private PromiseReference(string value) => _value = value;

    /// <summary>
    /// Reads a reference as people type it: any case, with or without hyphens, dashes and spaces of any kind, in quotation marks or not, and
    /// behind what it is called: <c>Ref. K7PM-4RXC</c>.
    /// </summary>
    /// <exception cref="FormatException">It is not a reference, or a character is wrong or swapped.</exception>
    public static PromiseReference Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out PromiseReference reference)
            ? reference
            : throw new FormatException("This is no promise reference: a character is wrong, swapped or missing. Read it once more from the receipt.");

    /// <summary>Reads a reference as people type it, if it is one and its check character agrees.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out PromiseReference result)
    {
        result = default;
        if (s is not { Length: <= MaxTyped }) return false;
        string condensed = SpokenCode.Condense(s);
        ReadOnlySpan<char> symbols = IsOfSymbols(condensed) ? condensed : WithoutName(s);
        if (!IsOfSymbols(symbols)) return false;
        if (Alphabet.IndexOf(symbols[^1]) != CheckDigit(symbols[..^1])) return false;
        result = new PromiseReference(Grouped(symbols));
        return true;
    }

    /// <summary>The reference in groups of four.</summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which refers to nothing.</exception>
    public override string ToString() => Text.Given(_value, nameof(PromiseReference));

    /// <summary>The reference as it is spelled over a telephone in the international alphabet: <c>Kilo seven Papa Mike - four Romeo …</c></summary>
    /// <exception cref="InvalidOperationException">This is the <c>default</c> value, which refers to nothing.</exception>
    public string ToSpoken() =>
        string.Join(' ', ToString().Select(character => character == '-' ? "-" : Spoken[Alphabet.IndexOf(character)]));

    /// <summary>Turns the tenant's n-th reserved number into its reference; different numbers never give the same one.</summary>
    internal static PromiseReference FromNumber(ulong number) =>
        number < ShortCapacity ? Compose(number, ShortLength) : Compose(number - ShortCapacity, LongLength);

    private static bool IsOfSymbols(ReadOnlySpan<char> symbols) => symbols.Length is ShortLength or LongLength && !symbols.ContainsAnyExcept(Symbols);

    /// <summary>What stands behind the words without a digit that are too many for a reference, or have a letter that no reference has.</summary>
    private static string WithoutName(string typed)
    {
        ReadOnlySpan<string> words = SpokenCode.WordsOf(typed);
        while (words.Length > 0 && !words[0].Any(char.IsAsciiDigit) && !IsOfSymbols(string.Concat(words))) words = words[1..];
        return string.Concat(words);
    }

    private static PromiseReference Compose(ulong number, int length)
    {
        // Multiplying by a number that shares no factor with the capacity permutes the codes: neighbours in time look nothing alike.
        const ulong Scatter = 1_932_052_763;
        const ulong Start = 1_414_213_562;
        ulong rest = (ulong)((((UInt128)number * Scatter) + Start) % Capacity(length));
        Span<char> symbols = stackalloc char[length];
        for (int index = length - 2; index >= 0; index--)
        {
            symbols[index] = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            rest /= (ulong)Alphabet.Length;
        }

        symbols[^1] = Alphabet[CheckDigit(symbols[..^1])];
        return new PromiseReference(Grouped(symbols));
    }

    private static int CheckDigit(ReadOnlySpan<char> symbols)
    {
        // Each place has its own weight from 2 up, the check character has weight 1; the weighted sum is a multiple of 23.
        int sum = 0;
        for (int index = 0; index < symbols.Length; index++) sum += (index + 2) * Alphabet.IndexOf(symbols[index]);
        return (Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length;
    }

    private static ulong Capacity(int length)
    {
        ulong capacity = 1;
        for (int place = 1; place < length; place++) capacity *= (ulong)Alphabet.Length;
        return capacity;
    }

    private static string Grouped(ReadOnlySpan<char> symbols)
    {
        Span<char> text = stackalloc char[LongLength + (LongLength / GroupLength) - 1];
        int length = 0;
        for (int index = 0; index < symbols.Length; index++)
        {
            if (index > 0 && index % GroupLength == 0) text[length++] = '-';
            text[length++] = symbols[index];
        }

        return text[..length].ToString();
    }
}
