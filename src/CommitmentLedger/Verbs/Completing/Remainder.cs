using System.Globalization;
using System.Text;

namespace CommitmentLedger;

/// <summary>The rest of a promise that was kept in part.</summary>
internal static class Remainder
{
    private static readonly Language Spoken = Language.Of("en");

    /// <summary>The promise of the rest. Its words say what is owed now; those first given speak of the whole and stay with the commitment that it comes from.</summary>
    public static Promise Of(Promise promise, Statement statement, Deadline? due)
    {
        ValueList<Term> missing = [.. statement.Missing(promise)];
        return promise with
        {
            Words = Words.Paraphrase(Say(missing), Spoken),
            Terms = missing,
            Preconditions = [],
            Choices = [],
            PromisedDue = due,
            InternalTarget = null,
        };
    }

    /// <summary>All terms that find room among the words, and how many more there are.</summary>
    private static string Say(ValueList<Term> missing)
    {
        const int RoomForMore = 20;
        var text = new StringBuilder("still owed of what was promised: ");
        for (int index = 0; index < missing.Count; index++)
        {
            string term = (index > 0 ? ", " : string.Empty) + missing[index];
            if (text.Length + term.Length > Words.MaxLength - RoomForMore)
                return text.Append(CultureInfo.InvariantCulture, $" and {missing.Count - index} more").ToString();
            text.Append(term);
        }

        return text.ToString();
    }
}
