namespace CommitmentLedger;

/// <summary>The facts under a line of a briefing: who, when and in which words; what is at stake; what is missing; who is responsible.</summary>
internal static class BriefingFacts
{
    public static ValueList<BriefingFact> Of(Commitment commitment, CustomerRecord record, LineTimes clock)
    {
        var facts = new List<BriefingFact>();
        AddWords(facts, commitment, clock);
        AddDoubt(facts, commitment, clock);
        AddChanges(facts, commitment, record, clock);
        AddStakes(facts, commitment, clock);
        AddWork(facts, commitment, clock);
        AddNotes(facts, commitment, clock);
        AddWhole(facts, commitment, record, clock);
        if (commitment.Handoff is { } handoff)
            facts.Add(new BriefingFact.Handoff(handoff.To, handoff.AnswerBy, handoff.HasLapsedAt(clock.Now)) { Words = handoff.Words, Clock = clock });
        facts.Add(new BriefingFact.Responsible(commitment.Owner));
        facts.Add(new BriefingFact.Reference(commitment.Reference, commitment.Promise.Matter));
        return [.. facts];
    }

    public static ValueList<BriefingFact> Of(BrokenPromise broken)
    {
        BriefingFact responsible = new BriefingFact.Responsible(broken.Owner), reference = new BriefingFact.Reference(broken.Reference, broken.Matter);
        return broken.Reason is { } reason ? [new BriefingFact.Because(reason), responsible, reference] : [responsible, reference];
    }

    public static ValueList<BriefingFact> Of(UnreadableCommitment unreadable, LineTimes clock) =>
    [
        new BriefingFact.Unread(unreadable.Id),
        new BriefingFact.DueThen(unreadable.Due) { Clock = clock },
        new BriefingFact.Responsible(unreadable.Owner),
        new BriefingFact.WhatToDo(),
    ];

    public static BriefingFact OfContradiction(Commitment commitment, BriefingDate? date, LineTimes clock)
    {
        bool isDateOpen = commitment is { IsPromised: true, DueTimes: null, Held.PromisedDue: not null };
        clock = clock.By(date);
        return new BriefingFact.Contradicting(
            commitment.PromisedBy,
            commitment.PromisedAt,
            commitment.Reference,
            commitment.Promise.Matter,
            commitment.Held.Terms,
            [.. commitment.UnmetPreconditions.Select(missing => missing.Name)],
            isDateOpen ? null : date)
        {
            IsClaimed = commitment.Certainty == Certainty.Claimed,
            IsDateOpen = isDateOpen,
            Changed = commitment.AgreedPromise is null ? null : ChangedByUs(commitment, clock),
            Words = commitment.Held.Words,
            Clock = clock,
        };
    }

    private static void AddWords(List<BriefingFact> facts, Commitment commitment, LineTimes clock)
    {
        (Promise promise, Actor by, NodaTime.Instant at) = (commitment.Promise, commitment.PromisedBy, commitment.PromisedAt);
        facts.Add(commitment switch
        {
            { AgreedPromise: not null } => ChangedByUs(commitment, clock),
            { Certainty: Certainty.Claimed } => new BriefingFact.Told(by, at, promise.Terms) { Words = promise.Words, Clock = clock },
            { Conversation: Conversation.Requested or Conversation.Countered } => new BriefingFact.Asked(by, at, promise.Terms) { Words = promise.Words, Clock = clock },
            { Conversation: Conversation.Offered } => new BriefingFact.Offered(by, at, promise.Terms) { Words = promise.Words, Clock = clock },
            _ => new BriefingFact.Promised(by, at, promise.Terms) { Words = promise.Words, Clock = clock },
        });
        for (int index = 0; index < commitment.Assurances.Count; index++)
        {
            Assurance assurance = commitment.Assurances[index];
            ConfirmedExtent extent = index < commitment.OutdatedAssurances ? ConfirmedExtent.Outdated
                : commitment.IsOfHeldDate(assurance) && assurance.Terms.SaysAllOf(commitment.Held.Terms) ? ConfirmedExtent.Whole : ConfirmedExtent.Part;
            Deadline? otherDue = commitment.IsOfHeldDate(assurance) ? null : assurance.PromisedDue;
            facts.Add(new BriefingFact.Confirmed(assurance.By, assurance.At, assurance.Basis, assurance.Terms, extent, otherDue) { Words = assurance.Words, Clock = clock });
        }
    }

    private static void AddDoubt(List<BriefingFact> facts, Commitment commitment, LineTimes clock)
    {
        if (commitment.Doubt is { } asked)
            facts.Add(new BriefingFact.AskedAgain(asked.LastHeardBy, asked.LastAt, asked.Times, asked.Inferred) { Words = asked.LastWords, Clock = clock });
        foreach (CustomerAccount account in commitment.CustomerAccounts)
            facts.Add(new BriefingFact.CustomerSaid(account.HeardBy, account.At) { Words = account.Words, Clock = clock });
    }

    /// <summary>The facts of the promise that it is a part of; they hold for each part, and for what is still owed of one.</summary>
    private static void AddWhole(List<BriefingFact> facts, Commitment part, CustomerRecord record, LineTimes clock)
    {
        if (part.Whole is not { } id || (record.Open.FirstOrDefault(open => open.Id == id) ?? record.Open.FirstOrDefault(open => open.IsSplit && open.Id == part.Root)) is not { } whole) return;
        facts.Add(new BriefingFact.PartOf(whole.Reference, whole.Held.Terms) { Words = whole.Held.Words });
        AddDoubt(facts, whole, clock);
        AddStakes(facts, whole, clock);
        AddNotes(facts, whole, clock);
        foreach (ClosedPart closed in whole.ClosedParts) facts.Add(new BriefingFact.OtherPart(closed.How, closed.Owner));
    }

    private static void AddChanges(List<BriefingFact> facts, Commitment commitment, CustomerRecord record, LineTimes clock)
    {
        if (commitment.FirstPromise is { } first && Told(first) != Told(commitment.AgreedPromise))
            facts.Add(new BriefingFact.AtFirst(first.Terms, commitment.FirstDue is { } due ? first.PromisedDue?.MovedTo(due) : first.PromisedDue) { Words = first.Words });
        if (commitment.AgreedPromise is { } agreed)
            facts.Add(new BriefingFact.Agreed(commitment.AgreedBy ?? commitment.PromisedBy, agreed.Terms, commitment.HeldDue) { Words = agreed.Words });
        if (commitment.MissedDue is { } missed) facts.Add(new BriefingFact.Late(missed) { Clock = clock });
        if (commitment.ReassessedDue is { } anew)
            facts.Add(new BriefingFact.ComputedAnew(anew.MovedTo(commitment.DueTimes?.Due ?? anew.Due), commitment.HeldDue!));
        if (commitment.Proposal is { Promise: { } proposed } asked)
            facts.Add(new BriefingFact.Proposed(asked.By, asked.At, proposed.Terms, proposed.PromisedDue) { Words = proposed.Words, Clock = clock });
        else if (commitment.Proposal is { } split)
        {
            IEnumerable<Commitment> parts = record.Open.Where(part => split.Parts.Contains(part.Id));
            facts.Add(new BriefingFact.SplitProposed(split.By, split.At, [.. parts.Select(part => new ProposedPart(part.Id, part.Promise.Terms, part.Promise.Words))]) { Clock = clock });
        }

        foreach (RefusedChange refused in commitment.RefusedChanges)
            facts.Add(new BriefingFact.ChangeRefused(refused.HeardBy, refused.At) { Words = refused.Words, Clock = clock });
    }

    private static void AddNotes(List<BriefingFact> facts, Commitment commitment, LineTimes clock)
    {
        foreach (Note note in commitment.Notes)
            facts.Add(new BriefingFact.Noted(note.By, note.At, Shown(note.Evidence), note.Evidence is { IsPrivate: true }) { Words = note.Words, Clock = clock });
    }

    private static void AddStakes(List<BriefingFact> facts, Commitment commitment, LineTimes clock)
    {
        if ((commitment.Promise.Occasion ?? commitment.Held.Occasion) is { } occasion) facts.Add(new BriefingFact.For(occasion));
        if (Math.Max(commitment.Promise.Beneficiaries, commitment.Held.Beneficiaries) is > 0 and int others) facts.Add(new BriefingFact.AtStake(others));
        foreach (RelianceAct act in commitment.RelianceActs) facts.Add(new BriefingFact.ReliedOn(act.At) { Words = act.Words, Clock = clock });
        if (commitment.Extension is { } exception) facts.Add(new BriefingFact.Exception(exception.To, exception.From, exception.By));
    }

    private static void AddWork(List<BriefingFact> facts, Commitment commitment, LineTimes clock)
    {
        if (commitment.Promise.IsAmbiguous) facts.Add(new BriefingFact.NotClear(commitment.Promise.Readings));
        else if (commitment.Promise.Readings is [var meant]) facts.Add(new BriefingFact.Meaning(meant));
        foreach (Precondition missing in commitment.UnmetPreconditions) facts.Add(new BriefingFact.Missing(missing.Name, missing.By, missing.Team));
        foreach (MetPrecondition met in commitment.MetPreconditions)
            facts.Add(new BriefingFact.Ready(met.Name, met.By, met.At, Shown(met.Evidence), met.Evidence is { IsPrivate: true }) { Clock = clock });
        if (commitment.Statement is not { } statement) return;
        facts.Add(new BriefingFact.StatedDone(statement.By, statement.DoneAt) { Clock = clock });
        foreach (Term term in statement.Unmet(commitment.Held))
            facts.Add(new BriefingFact.NotAsPromised(term, statement.Outcomes.First(outcome => outcome.IsFor(term)).Delivered));
    }

    private static (Words?, ValueList<Term>?, Deadline?) Told(Promise? promise) => (promise?.Words, promise?.Terms, promise?.PromisedDue);

    /// <summary>The words that we put in the place of the agreed ones. While a pause keeps their date open, it is the one that was told.</summary>
    private static BriefingFact.ChangedByUs ChangedByUs(Commitment commitment, LineTimes clock) =>
        new(commitment.PromisedBy, commitment.PromisedAt, commitment.Promise.Terms, commitment.CurrentDue ?? commitment.Promise.PromisedDue) { Words = commitment.Promise.Words, Clock = clock };

    /// <summary>Private evidence is for those who handle the commitment: everybody else learns that there is some.</summary>
    private static Evidence? Shown(Evidence? evidence) => evidence is { IsPrivate: true } ? null : evidence;
}
