using System.Text;
using NodaTime;

namespace CommitmentLedger;

/// <summary>What the customer gets: the reference, the words, the date, and by whom.</summary>
/// <param name="Commitment">The commitment that stands; an earlier one when the words only repeated it.</param>
/// <param name="Reference">The code to read out when asking about it.</param>
/// <param name="Words">The words given.</param>
/// <param name="Terms">The conditions that the customer can check.</param>
/// <param name="Due">When it is due, or null when that was left open.</param>
/// <param name="By">Who gave the words.</param>
/// <param name="At">When the words were given.</param>
/// <param name="IsAssurance">Whether the words confirmed a promise that stood already.</param>
public sealed record Receipt(
    CommitmentId Commitment,
    PromiseReference Reference,
    Words Words,
    ValueList<Term> Terms,
    Deadline? Due,
    Actor By,
    Instant At,
    bool IsAssurance)
{
    /// <summary>The receipt as a few lines of text to send or hand over.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("Your reference: ").Append(Reference).AppendLine();
        text.Append(IsAssurance ? "We confirmed: " : "We promised: ").Append(Words).AppendLine();
        if (!Terms.IsEmpty) text.Append("That means: ").AppendJoin(", ", Terms).AppendLine();
        text.Append("Due: ").AppendLine(Due?.ToText() ?? "no date was given");
        text.Append("From: ").Append(By);
        return text.ToString();
    }

    /// <summary>The receipt for an entry that gave or confirmed a promise; null for any other entry.</summary>
    internal static Receipt? For(Entry entry, Commitment commitment) => entry.Event switch
    {
        Promised promised => Of(commitment, promised.Promise.Words, entry, isAssurance: false),
        Confirmed { Words: { } words } => Of(commitment, words, entry, isAssurance: true),
        _ => null,
    };

    private static Receipt Of(Commitment commitment, Words words, Entry entry, bool isAssurance) => new(
        commitment.Id,
        commitment.Reference,
        words,
        commitment.Promise.Terms,
        commitment.Promise.PromisedDue,
        entry.By,
        entry.OccurredAt,
        isAssurance);
}
