using NodaTime;

namespace CommitmentLedger;

/// <summary>The customer's own account of a promise, kept beside ours and never merged into it.</summary>
/// <param name="Words">The customer's words.</param>
/// <param name="At">When.</param>
/// <param name="HeardBy">The actor who heard it.</param>
public sealed record CustomerAccount(Words Words, Instant At, Actor HeardBy)
{
    /// <summary>The most letters of all accounts that a commitment keeps at hand: ten of the longest accounts find room.</summary>
    internal const int MaxLetters = 44_000;

    private int Letters => Words.Text.Length + (Words.Language?.ToString().Length ?? 0) + HeardBy.ToString().Length;

    /// <summary>The accounts with one more. Whatever there was before, the latest is among them; the oldest go when there are too many, or they are too long.</summary>
    internal static ValueList<CustomerAccount> Add(ValueList<CustomerAccount> accounts, CustomerAccount more)
    {
        ValueList<CustomerAccount> all = accounts.WithLatest(more);
        int letters = all.Sum(account => account.Letters);
        int left = 0;
        while (letters > MaxLetters) letters -= all[left++].Letters;
        return left == 0 ? all : [.. all.Skip(left)];
    }
}
