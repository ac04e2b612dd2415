using NodaTime;

namespace CommitmentLedger;

/// <summary>What the customer has said about a commitment: accounts and repeated questions, those about the split that it is a part of among them.</summary>
internal static class CustomersVoice
{
    /// <summary>How often the customer has spoken. It only grows, so that another number later means that the customer spoke in between, whatever the clocks said.</summary>
    public static long TimesHeard(Commitment commitment, CustomerRecord record) =>
        ItsSplit(commitment, record).Sum(it => (long)it.AccountsRecorded + (it.Doubt?.Times ?? 0));

    /// <summary>Whether the customer may have spoken at an instant or after it. What clocks leave open is decided for the customer.</summary>
    public static bool MayBeHeardSince(Instant at, Commitment commitment, CustomerRecord record) => ItsSplit(commitment, record).Any(it =>
        it.CustomerAccounts.Any(account => !HostClocks.IsSurelyBefore(account.At, at)) || (it.Doubt is { } doubt && !HostClocks.IsSurelyBefore(doubt.LastAt, at)));

    private static IEnumerable<Commitment> ItsSplit(Commitment commitment, CustomerRecord record)
    {
        for (Commitment? it = commitment; it is not null; it = record.OpenSplitOf(it)) yield return it;
    }
}
