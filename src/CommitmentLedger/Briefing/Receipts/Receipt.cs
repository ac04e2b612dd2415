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
    /// <exception cref="CultureNotFoundException">It is not English, and the host has no culture data, so that dates and numbers would be English.</exception>
    public string ToText(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ReceiptText.Of(this, CultureData.Require(language, nameof(language)));
    }

    /// <summary>The receipt in English.</summary>
    public override string ToString() => ToText(CultureInfo.InvariantCulture);

    /// <summary>The receipt for a command that gave the customer words, or took the customer's; null for any other.</summary>
    /// <param name="entries">The entries of the command.</param>
    /// <param name="first">The commitment that the first of the entries is about.</param>
    /// <param name="others">The other commitments that the entries are about.</param>
    internal static Receipt? For(ValueList<Entry> entries, Commitment first, ValueList<Commitment> others)
    {
        Receipt? receipt = null;
        foreach (Entry entry in entries.AsSpan())
        {
            if (entry.Event is Promised { Lineage: { Kind: LineageKind.AnswerTo } lineage } answer && lineage.From == receipt?.Commitment)
                return receipt with { AnswerDue = answer.Promise.PromisedDue };
            bool isAboutFirst = entry.Event.About == first.Id;
            if ((isAboutFirst ? first : Find(others, entry.Event.About)) is not { } commitment || For(entry, commitment) is not { } another) continue;
            if (receipt is null) receipt = isAboutFirst ? another : null;
            else if (receipt.Kind == another.Kind && receipt.Kind is ReceiptKind.Assurance or ReceiptKind.Account) receipt = receipt.And(another);
        }

        return receipt;
    }

    private static Commitment? Find(ValueList<Commitment> others, CommitmentId? id)
    {
        foreach (Commitment one in others.AsSpan())
        {
            if (one.Id == id) return one;
        }

        return null;
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

    /// <summary>One receipt for words about several commitments. Where these are due at different times, it tells none.</summary>
    private Receipt And(Receipt other) => this with
    {
        Terms = [.. Terms, .. other.Terms.Where(term => !Terms.Says(term))],
        CustomersSteps = [.. CustomersSteps.Union(other.CustomersSteps, Casing.Comparer)],
        Due = Due is { } due && other.Due is { } date && due.IsSameMomentAs(date) ? due : null,
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
