namespace CommitmentLedger.Commands;

/// <summary>Gives a customer a promise, out of the blue or in answer to a request, an offer or a counter.</summary>
/// <remarks>
/// A promise that only repeats one that stands (same matter, no new term, no other deadline or precondition) becomes an assurance of the
/// terms that it repeats and gives that one's reference: two teams that say the same have promised once. After a change without the
/// customer's consent it is compared with what we are held to first, and with the words that we put in its place second. The customer asked for it again
/// where another team repeats it, or the same team on another day. One that contradicts another is recorded, because it was spoken, and
/// both are shown as a contradiction while they stand. Whoever promises is responsible. Another team that is to deliver is offered the
/// handoff with the promise, to be answered when it is due at the latest; without a due time ahead, within a day.
/// </remarks>
/// <param name="Commitment">The commitment that was requested or offered, or a new id made before the first try.</param>
/// <param name="Promise">The words and what they oblige us to.</param>
public sealed record MakePromise(CommitmentId Commitment, Promise Promise) : Command(CommandId.For(Commitment, "promise"))
{
    /// <summary>
    /// The team that is to deliver. Null, the default, means the team to which the request or offer was being handed, else the one that
    /// owned it, else the one that promises. It counts where a promise is made: when the words only repeat one that stands, that one's
    /// owner stays, and <see cref="OfferHandoff"/> asks another team.
    /// </summary>
    public Team? DeliveredBy { get; init; }

    /// <summary>
    /// Whether the words have been spoken already, so that refusing would only hide them. Then a promise without a deadline is
    /// recorded as vague, and one that is past due is recorded as overdue. False by default.
    /// </summary>
    public bool AlreadySpoken { get; init; }

    internal override Verb Verb => Verbs.MakePromise;

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    internal override Decision Decide(CustomerRecord record, Circumstances at)
    {
        Commitment? known = record.Find(Commitment);
        var draft = new Draft(Commitment, known?.Reference ?? at.References[0], Promise, at.By.Team, Conversation.Promised);
        if (Draft.Refuse(record, Verb, draft) is { } unsound) return unsound;
        if (!AlreadySpoken && Refusals.OfDeadline(Promise, at) is { } hasten) return hasten;
        if (known is null && record.FindRepeated(Promise) is var (repeated, words)) return Repeat(repeated, words, at);
        return draft.TryAdmit(record, at, out Draft admitted) is { } no ? no : [Promised.Of(admitted), .. HandOver(known, at)];
    }

    /// <summary>The handoff that follows: a team that was asked to take over and promises has done so; a delivering team is asked.</summary>
    private IEnumerable<LedgerEvent> HandOver(Commitment? known, Circumstances at)
    {
        PendingHandoff? pending = known?.Handoff is { } handoff && !handoff.HasLapsedAt(at.OccurredAt) ? handoff : null;
        Team delivering = DeliveredBy ?? pending?.To ?? known?.Owner ?? at.By.Team;
        IEnumerable<LedgerEvent> taken = pending?.To == at.By.Team ? [new HandoffAccepted(Commitment, at.By.Team)] : [];
        return taken.Concat(HandoffOffered.ToTeam(Commitment, at.By.Team, delivering, at, pending?.To == delivering ? pending.Words : null, Promise.PromisedDue));
    }

    private Decision Repeat(Commitment standing, Saying words, Circumstances at)
    {
        if (standing.Assurances.Count >= Refusals.MaxListed)
            return Refusals.TooMany("assurances") with { Commitment = standing.Id, Found = standing.Standing };
        if (standing.TryFindAdditions(Promise, out Additions? added) is { } problem) return problem;
        Confirmed confirmed = Confirmed.Of(standing, words, Basis.Word, Promise.Words, Promise.Terms, Promise.PromisedDue is not null) with { Adds = added };
        return standing.IsAskedForAgain(words, at) ? [new AskedAgain(standing.Id, Words: null) { IsInferred = true }, confirmed] : confirmed;
    }
}
