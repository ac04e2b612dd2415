namespace CommitmentLedger;

/// <summary>Gives a customer a promise, out of the blue or in answer to a request, an offer or a counter.</summary>
/// <remarks>
/// A promise that only repeats one that stands (same matter, no new term, no other deadline) becomes an assurance of it and gives
/// that one's receipt: two teams that say the same have promised once. One that contradicts another is recorded, because it was
/// spoken, and both are shown as a contradiction from then on. Whoever promises is responsible. Another team that is to deliver is
/// offered the handoff with the promise, to be answered when it is due at the latest; without a due time ahead, within a day.
/// </remarks>
/// <param name="Commitment">The commitment that was requested or offered, or a new id made before the first try.</param>
/// <param name="Promise">The words and what they oblige us to.</param>
public sealed record MakePromise(CommitmentId Commitment, Promise Promise) : Command
{
    internal static readonly Verb Definition = new(
        "Promise", "a request, an offer or a counter", commitment => commitment is { IsOpen: true, AwaitsConsent: false, Bindingness: Bindingness.Unbound });

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

    internal override ValueList<CommitmentId> Touches => [Commitment];

    internal override int ReferencesNeeded => 1;

    private protected override Decision Decide(CustomerRecord record, Circumstances at)
    {
        Commitment? known = record.Find(Commitment);
        if (Promise.Problem() is { } problem) return problem;
        if (known is not null && Definition.Refuse(known) is { } outOfTurn)
            return known.Conversation is Conversation.Promised ? Refusals.CommitmentExists with { Commitment = Commitment, Met = known.Standing } : outOfTurn;
        if (!AlreadySpoken && Refusals.OfDeadline(Promise, at) is { } hasten) return hasten;
        if (record.IsFull) return Refusals.TooManyOpen;

        if (known is null && record.FindRepeated(Promise) is { } repeated)
            return new Confirmed(repeated.Id, Basis.Word, Promise.Words);

        if (Timing.TryCompute(Promise, at, out DueTimes? dueTimes) is { } untimely) return untimely;
        var promised = new Promised(Commitment, known?.Reference ?? at.References[0], Promise, at.By.Team) { DueTimes = dueTimes };
        return [promised, .. HandOver(known, at), .. known is null ? [] : Answering.Of(known, record, at)];
    }

    /// <summary>What becomes of the responsibility: a team that was asked to take over and promises has done so; one that is to deliver is asked.</summary>
    private IEnumerable<LedgerEvent> HandOver(Commitment? known, Circumstances at)
    {
        PendingHandoff? pending = known?.Handoff is { } handoff && !handoff.HasLapsedAt(at.OccurredAt) ? handoff : null;
        Team delivering = DeliveredBy ?? pending?.To ?? known?.Owner ?? at.By.Team;
        IEnumerable<LedgerEvent> taken = pending?.To == at.By.Team ? [new HandoffAccepted(Commitment, at.By.Team)] : [];
        return taken.Concat(HandoffOffered.ToTeam(Commitment, delivering, at, pending?.To == delivering ? pending.Words : null, Promise.PromisedDue));
    }
}
