using System.Globalization;
using System.Resources;

namespace CommitmentLedger;

/// <summary>The library's own words and patterns in the languages of customers.</summary>
internal static class Wording
{
    private static readonly ResourceManager Words = new("CommitmentLedger.Wording", typeof(Wording).Assembly);

    /// <summary>A word or pattern in the language, in English where the language is not at hand.</summary>
    public static string Of(string name, CultureInfo language) => Words.GetString(name, language)!;
}
