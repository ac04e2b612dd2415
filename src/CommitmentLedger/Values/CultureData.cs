using System.Globalization;

namespace CommitmentLedger;

/// <summary>The host's data about the cultures of customers, which small container images leave out.</summary>
internal static class CultureData
{
    /// <summary>Gives a culture in whose way dates and numbers can be written, or throws where the host would write them in English all the same.</summary>
    /// <exception cref="CultureNotFoundException">The culture is not an English one, and the host has no data of it.</exception>
    public static CultureInfo Require(CultureInfo language, string parameter)
    {
        bool isEnglish = language.Name.Split('-')[0] is "" or "en";
        bool hasNames = isEnglish || !language.DateTimeFormat.DayNames.SequenceEqual(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, StringComparer.Ordinal);
        return hasNames ? language : throw new CultureNotFoundException(
            parameter,
            language.Name,
            "This host has no culture data of this language: it runs in globalization-invariant mode. Set InvariantGlobalization to false and install ICU, or ask for English.");
    }
}
