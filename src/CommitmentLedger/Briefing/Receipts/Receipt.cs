using System.Globalization;
using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's receipt: reference, words, date and team.</summary>
/// <param name="Kind">The purpose.</param>
/// <param name="Commitment">The commitment that stands; an earlier one when the words only repeated it.</param>
/// <param name="Reference">The code to read out when asking about it.</param>
/// <param name="Words">The words given.</param>
/// <param name="Terms">The conditions that the customer can check; those that were confirmed, and no others, when the words confirmed.</param>
/// <param name="CustomersSteps">The names of the customer's missing steps; empty when there are none.</param>
/// <param name="Due">When it is due, with the calendar that was used; null when that was left open.</param>
/// <param name="By">The actor who gave the words or heard them.</param>
/// <param name="At">When the words were given.</param>
public sealed record Receipt(
    ReceiptKind Kind,
    CommitmentId Commitment,
    PromiseReference Reference,
    Words Words,
    ValueList<Term> Terms,
    ValueList<string> CustomersSteps,
    Deadline? Due,
    Actor By,
    Instant At)
{
    /// <summary>Until when the customer was told that a request will be answered; null for any other receipt, and when nobody said so.</summary>
    public Deadline? AnswerDue { get; internal init; }

    /// <summary>The receipt as a few lines of text to send or hand over.</summary>
    /// <remarks>What is stored stands in it on one line, so that only the receipt itself makes lines.</remarks>
    /// <param name="language">
    /// English, German and Spanish are at hand; any other culture gets English words and its own way of writing dates and numbers, in the
    /// Gregorian calendar and in Latin digits. Names of terms, steps and teams stay as they are stored.
    /// </param>
    /// <exception cref="CultureNotFoundException">The host has no culture data, so that the text would be in English.</exception>
    public string ToText(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        bool hasNames = language.Name.Split('-')[0] is not ("de" or "es")
            || !language.DateTimeFormat.DayNames.SequenceEqual(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, StringComparer.Ordinal);
        if (!hasNames)
        {
            throw new CultureNotFoundException(
                nameof(language), language.Name, "This host has no culture data: it runs in globalization-invariant mode. Set InvariantGlobalization to false and install ICU, or ask for English.");
        }

        return ReceiptText.Of(this, language);
    }

    /// <summary>The receipt in English.</summary>
    public override string ToString() => ToText(CultureInfo.InvariantCulture);

    /// <summary>The receipt for a command that gave the customer words, or took the customer's; null for any other.</summary>
    internal static Receipt? For(ValueList<Entry> entries, Commitment commitment)
    {
        Receipt? receipt = null;
        foreach (Entry entry in entries.AsSpan())
        {
            if (entry.Event is Promised { Lineage: { Kind: LineageKind.AnswerTo } lineage } answer && lineage.From == receipt?.Commitment)
                return receipt with { AnswerDue = answer.Promise.PromisedDue };
            if (entry.Event.About == commitment.Id) receipt ??= For(entry, commitment);
        }

        return receipt;
    }

    /// <summary>The receipt for an entry that gave the customer words, or took the customer's; null for any other entry.</summary>
    internal static Receipt? For(Entry entry, Commitment commitment) => entry.Event switch
    {
        Promised promised => Of(ReceiptKind.Promise, commitment, promised.Promise, entry),
        Claimed claimed => Of(ReceiptKind.Claim, commitment, claimed.Promise, entry),
        Requested requested => Of(ReceiptKind.Request, commitment, requested.Wish, entry),
        Confirmed { Words: { } words } confirmed => OfAssurance(confirmed, words, commitment, entry),
        AccountRecorded recorded => OfAccount(recorded, commitment, entry),
        _ => null,
    };

    /// <summary>Our record beside the customer's account: what we are held to, with the date as it stands, and the customer's missing steps.</summary>
    private static Receipt OfAccount(AccountRecorded recorded, Commitment commitment, Entry entry)
    {
        Promise stands = commitment.Held with { Words = recorded.Words, PromisedDue = commitment.HeldDueNow, Preconditions = [.. commitment.UnmetPreconditions] };
        return Of(ReceiptKind.Account, commitment, stands, entry);
    }

    /// <summary>The repeated terms and no others, from the entry, so that the receipt stays as the customer got it.</summary>
    private static Receipt OfAssurance(Confirmed confirmed, Words words, Commitment commitment, Entry entry)
    {
        Promise told = commitment.Promise with { Words = words, Terms = confirmed.Terms, PromisedDue = confirmed.Due };
        return Of(ReceiptKind.Assurance, commitment, told, entry) with { CustomersSteps = confirmed.CustomersSteps };
    }

    private static Receipt Of(ReceiptKind kind, Commitment commitment, Promise promise, Entry entry) => new(
        kind,
        commitment.Id,
        commitment.Reference,
        promise.Words,
        promise.Terms,
        [.. promise.Preconditions.Where(condition => condition.By == Party.Customer).Select(condition => condition.Name)],
        promise.PromisedDue,
        entry.By,
        entry.OccurredAt);
}
