using System.Globalization;

namespace CommitmentLedger;

/// <summary>Gives a customer a promise.</summary>
/// <remarks>
/// A promise that only repeats one that stands (same matter, no new term, no other deadline) becomes an assurance of it and gives
/// that one's receipt: two teams that say the same have promised once. One that contradicts another is recorded, because it was
/// spoken, and both are shown as a contradiction from then on.
/// </remarks>
/// <param name="Commitment">The id of the commitment to make; make it before the first try.</param>
/// <param name="Promise">The words and what they oblige us to.</param>
public sealed record MakePromise(CommitmentId Commitment, Promise Promise) : Command
{
    /// <summary>The most commitments that one customer can have open.</summary>
    internal const int MaxOpen = 10_000;

    /// <summary>The team that is to deliver. Null, the default, means the team that promises.</summary>
    public Team? Owner { get; init; }

    /// <summary>
    /// Whether the words have been spoken already, so that refusing would only hide them. Then a promise without a deadline is
    /// recorded as vague, and one that is past due is recorded as overdue. False by default.
    /// </summary>
    public bool AlreadySpoken { get; init; }

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Answer(CustomerRecord record, Circumstances at)
    {
        if (Promise.Terms.Count > Promise.MaxTerms)
            return No("too_many_terms", $"A promise has at most {Promise.MaxTerms} terms; this one has {Promise.Terms.Count}. Make several promises of it.");
        if (Promise.LookupKeys.Count > Promise.MaxLookupKeys)
            return No("too_many_lookup_keys", $"A promise has at most {Promise.MaxLookupKeys} lookup keys. Keep the ones that the customer will name.");
        if (ContradictsItself())
            return No("terms_contradict", "Two terms of this promise exclude each other. Decide which one is meant before it is spoken.");
        if (record.Find(Commitment) is not null)
            return No("commitment_exists", "A commitment with this id exists. Make a new id, or repeat the first command with its own command id.");
        if (Promise.PromisedDue is null && !AlreadySpoken)
            return No("open_ended", "A promise without a deadline never falls due. Set PromisedDue, or AlreadySpoken if the words were given.");
        if (Promise.PromisedDue?.Due <= at.OccurredAt && !AlreadySpoken)
            return No("due_in_past", "The deadline is not after the promise. Correct PromisedDue, or set AlreadySpoken to record it as overdue.");
        if (record.Open.Count() >= MaxOpen)
            return No("too_many_open", $"This customer has {MaxOpen.ToString(CultureInfo.InvariantCulture)} open commitments. Close some before making more.");

        Commitment[] standing = [.. record.Open];
        return standing.FirstOrDefault(other => Promise.OnlyRepeats(other.Promise)) is { } repeated
            ? new Confirmed(repeated.Id, Basis.Word, Promise.Words)
            : new Promised(Commitment, at.References[0], Promise, Owner ?? at.By.Team)
            {
                Contradicts = [.. standing.Where(other => Promise.Contradicts(other.Promise)).Select(other => other.Id)],
            };
    }

    private bool ContradictsItself() => Promise.Terms.Any(term => Promise.Terms.Any(term.Contradicts));

    private static Refusal No(string code, string message) => new(code, message);
}
