using System.Globalization;

namespace CommitmentLedger;

/// <summary>A term as it is spoken of, in the customer's language: the name as it is stored, the words and the number in the language.</summary>
internal static class TermText
{
    private const string Grouped = "#,##0";
    private const string Ungrouped = "0";
    private const string Fraction = ".############################";
    private const string Cents = ".00##########################";
    private const int CurrencyLength = 3;

    private const decimal FirstGrouped = 1_000;

    /// <summary>Spanish groups digits from five on.</summary>
    private const decimal FirstGroupedInSpanish = 10_000;

    public static string Of(Term term, CultureInfo language)
    {
        string name = string.Equals(term.Name, Term.PlaceName, StringComparison.OrdinalIgnoreCase)
            ? Wording.Of("Place", language)
            : StoredText.OnOneLine(term.Name.Replace('-', ' '));
        if (term.Value.AsNumber is { } number) return OfNumber(term, number, name, language);
        return term.Value.AsAnswer switch
        {
            true => name,
            false => string.Format(language, Wording.Of("Without", language), name),
            null => $"{name}: {StoredText.OnOneLine(term.Value.ToString())}",
        };
    }

    /// <summary>The delivery for a term, in English.</summary>
    public static string Delivered(TermValue value, string name) => value.AsNumber is { } number
        ? Number(number, name, CultureInfo.InvariantCulture)
        : StoredText.OnOneLine(value.ToString());

    /// <summary>A name in the plural reads well behind every number but one, where it stands in front: <c>4 adults</c>, <c>adults: 1</c>.</summary>
    private static string OfNumber(Term term, decimal number, string name, CultureInfo language)
    {
        string amount = Number(number, term.Name, language);
        if (term.Comparison is TermComparison.AtLeast or TermComparison.AtMost)
            amount = string.Format(language, Wording.Of(term.Comparison.ToString(), language), amount);
        return number == 1 ? $"{name}: {amount}" : $"{amount} {name}";
    }

    /// <summary>A number without the noughts at its end; of money (<c>price-EUR</c>) two decimals are kept where there are any.</summary>
    private static string Number(decimal number, string name, CultureInfo language)
    {
        if (number == decimal.Truncate(number) && Math.Abs(number) < FirstGrouped) return ((int)number).ToString(ForLatinDigits(language.NumberFormat));
        bool isGrouped = language.TwoLetterISOLanguageName != "es" || Math.Abs(number) >= FirstGroupedInSpanish;
        string whole = isGrouped ? Grouped : Ungrouped;
        string fraction = number == decimal.Truncate(number) ? string.Empty : IsMoney(name) ? Cents : Fraction;
        return number.ToString(whole + fraction, ForLatinDigits(language.NumberFormat));
    }

    private static bool IsMoney(string name) =>
        name.Split('-', ' ')[^1] is { Length: CurrencyLength } last && last.All(char.IsAsciiLetterUpper);

    /// <summary>The Arabic separators belong to the Arabic digits, which the platform does not write.</summary>
    private static NumberFormatInfo ForLatinDigits(NumberFormatInfo format) =>
        format.NumberDecimalSeparator == "\u066B" ? NumberFormatInfo.InvariantInfo : format;
}
