namespace CommitmentLedger.Serialization;

/// <summary>The smaller values of a commitment and of a history inside a document.</summary>
internal static class ValueForms
{
    public static void Write(ref DocumentWriter to, Actor actor)
    {
        to.Text(actor.Team.ToString());
        to.Text(actor.Channel.ToString());
        to.Text(actor.Person?.ToString());
        to.Text(actor.Bot?.ToString());
    }

    public static Actor ReadActor(ref DocumentReader from) => new(
        Team.Of(from.Text()),
        Channel.Of(from.Text()),
        from.OptionalText() is { } person ? Person.Of(person) : null,
        from.OptionalText() is { } bot ? Bot.Of(bot) : null);

    public static void Write(ref DocumentWriter to, Words words)
    {
        to.Text(words.Text);
        to.Flag(words.AreVerbatim);
        to.Text(words.Language?.ToString());
    }

    public static Words ReadWords(ref DocumentReader from) =>
        new(from.Text(), from.Flag(), from.OptionalText() is { } language ? Language.Of(language) : null);

    public static void Write(ref DocumentWriter to, string text) => to.Text(text);

    public static string ReadText(ref DocumentReader from) => from.Text();

    public static void Write(ref DocumentWriter to, CommitmentId id) => to.Id(id.ToGuid());

    public static CommitmentId ReadCommitmentId(ref DocumentReader from) => new(from.Id());

    public static void Write(ref DocumentWriter to, Lineage lineage)
    {
        to.Number((int)lineage.Kind);
        to.Id(lineage.From.ToGuid());
    }

    public static Lineage ReadLineage(ref DocumentReader from) => new(from.Kind<LineageKind>(), ReadCommitmentId(ref from));

    public static void Write(ref DocumentWriter to, GivenConsent given)
    {
        to.Text(given.Consent.AgreedBy);
        Write(ref to, given.Consent.Shown);
        to.Instant(given.At);
        Write(ref to, given.HeardBy);
    }

    public static GivenConsent ReadGivenConsent(ref DocumentReader from) =>
        new(new Consent(from.Text(), ReadWords(ref from)), from.Instant(), ReadActor(ref from));

    public static void Write(ref DocumentWriter to, ClosedPart part)
    {
        to.Id(part.Commitment.ToGuid());
        to.Number((int)part.How);
        to.Text(part.Owner.ToString());
        to.Optional(part.DoneAt, TimeForms.Write);
        to.Optional(part.Due, TimeForms.Write);
    }

    public static ClosedPart ReadClosedPart(ref DocumentReader from) =>
        new(ReadCommitmentId(ref from), from.Kind<Bindingness>(), Team.Of(from.Text()), from.OptionalValue(TimeForms.ReadInstant), from.OptionalValue(TimeForms.ReadInstant));

    public static void Write(ref DocumentWriter to, ProposedChange proposal)
    {
        Write(ref to, proposal.By);
        to.Instant(proposal.At);
        to.Optional(proposal.Promise, PromiseForm.Write);
        to.List(proposal.Parts, Write);
    }

    public static ProposedChange ReadProposedChange(ref DocumentReader from) =>
        new(ReadActor(ref from), from.Instant(), from.Optional(PromiseForm.Read), from.List(ReadCommitmentId));

    public static void Write(ref DocumentWriter to, RefusedChange refused)
    {
        Write(ref to, refused.Words);
        to.Instant(refused.At);
        Write(ref to, refused.HeardBy);
    }

    public static RefusedChange ReadRefusedChange(ref DocumentReader from) => new(ReadWords(ref from), from.Instant(), ReadActor(ref from));

    public static void Write(ref DocumentWriter to, ApprovedExtension exception)
    {
        Write(ref to, exception.By);
        TimeForms.Write(ref to, exception.From);
        TimeForms.Write(ref to, exception.To);
    }

    public static ApprovedExtension ReadApprovedExtension(ref DocumentReader from) =>
        new(ReadActor(ref from), TimeForms.ReadDeadline(ref from), TimeForms.ReadDeadline(ref from));

    public static void Write(ref DocumentWriter to, PendingHandoff handoff)
    {
        to.Text(handoff.To.ToString());
        Write(ref to, handoff.OfferedBy);
        to.Instant(handoff.OfferedAt);
        TimeForms.Write(ref to, handoff.AnswerBy);
        to.Optional(handoff.Words, Write);
    }

    public static PendingHandoff ReadPendingHandoff(ref DocumentReader from) => new(
        Team.Of(from.Text()), ReadActor(ref from), from.Instant(), TimeForms.ReadDeadline(ref from), from.Optional(ReadWords));

    public static void Write(ref DocumentWriter to, Assurance assurance)
    {
        Write(ref to, assurance.By);
        to.Instant(assurance.At);
        to.Number((int)assurance.Basis);
        to.Optional(assurance.Words, Write);
        to.List(assurance.Terms, PromiseForm.Write);
        to.Optional(assurance.PromisedDue, TimeForms.Write);
    }

    public static Assurance ReadAssurance(ref DocumentReader from) =>
        new(ReadActor(ref from), from.Instant(), from.Kind<Basis>(), from.Optional(ReadWords), from.List(PromiseForm.ReadTerm)) { PromisedDue = from.Optional(TimeForms.ReadDeadline) };

    public static void Write(ref DocumentWriter to, Doubt doubt)
    {
        to.Number(doubt.Times);
        to.Instant(doubt.FirstAt);
        to.Instant(doubt.LastAt);
        Write(ref to, doubt.LastHeardBy);
        to.Optional(doubt.LastWords, Write);
        to.Number(doubt.Inferred);
    }

    public static Doubt ReadDoubt(ref DocumentReader from) =>
        new(from.Int(), from.Instant(), from.Instant(), ReadActor(ref from), from.Optional(ReadWords)) { Inferred = from.Int() };

    public static void Write(ref DocumentWriter to, MetPrecondition met)
    {
        to.Text(met.Name);
        to.Instant(met.At);
        Write(ref to, met.By);
        to.Optional(met.Evidence, Write);
    }

    public static MetPrecondition ReadMetPrecondition(ref DocumentReader from) =>
        new(from.Text(), from.Instant(), ReadActor(ref from), from.Optional(ReadEvidence));

    public static void Write(ref DocumentWriter to, RelianceAct act)
    {
        to.Instant(act.At);
        Write(ref to, act.Words);
        Write(ref to, act.HeardBy);
    }

    public static RelianceAct ReadRelianceAct(ref DocumentReader from) => new(from.Instant(), ReadWords(ref from), ReadActor(ref from));

    public static void Write(ref DocumentWriter to, Note note)
    {
        Write(ref to, note.By);
        to.Instant(note.At);
        to.Optional(note.Words, Write);
        to.Optional(note.Evidence, Write);
    }

    public static Note ReadNote(ref DocumentReader from) =>
        new(ReadActor(ref from), from.Instant(), from.Optional(ReadWords), from.Optional(ReadEvidence));

    public static void Write(ref DocumentWriter to, Statement statement)
    {
        Write(ref to, statement.By);
        to.Instant(statement.DoneAt);
        to.List(statement.Outcomes, Write);
        to.Optional(statement.SilenceAgrees, Write);
        to.Number(statement.TimesHeard);
    }

    public static Statement ReadStatement(ref DocumentReader from) =>
        new(ReadActor(ref from), from.Instant(), from.List(ReadTermOutcome)) { SilenceAgrees = from.Optional(ReadSilenceAgrees), TimesHeard = from.Number() };

    public static void Write(ref DocumentWriter to, CustomerAccount account)
    {
        Write(ref to, account.Words);
        to.Instant(account.At);
        Write(ref to, account.HeardBy);
    }

    public static CustomerAccount ReadCustomerAccount(ref DocumentReader from) => new(ReadWords(ref from), from.Instant(), ReadActor(ref from));

    public static void Write(ref DocumentWriter to, Closing closing)
    {
        to.Instant(closing.At);
        Write(ref to, closing.By);
        to.Optional(closing.Reason, Write);
        to.Optional(closing.Dates, Write);
    }

    public static Closing ReadClosing(ref DocumentReader from) =>
        new(from.Instant(), ReadActor(ref from), from.Optional(ReadWords)) { Dates = from.Optional(ReadClosingDates) };

    private static void Write(ref DocumentWriter to, ClosingDates dates)
    {
        to.Instant(dates.DoneAt);
        to.Optional(dates.FirstDue, TimeForms.Write);
        to.Optional(dates.LastDue, TimeForms.Write);
    }

    private static ClosingDates ReadClosingDates(ref DocumentReader from) =>
        new(from.Instant(), from.OptionalValue(TimeForms.ReadInstant), from.OptionalValue(TimeForms.ReadInstant));

    private static void Write(ref DocumentWriter to, SilenceAgrees silence)
    {
        TimeForms.Write(ref to, silence.From);
        to.Text(silence.ToldThrough.ToString());
        to.Instant(silence.ToldAt);
    }

    private static SilenceAgrees ReadSilenceAgrees(ref DocumentReader from) =>
        new(TimeForms.ReadDeadline(ref from), Channel.Of(from.Text()), from.Instant());

    private static void Write(ref DocumentWriter to, Evidence evidence)
    {
        to.Text(evidence.Link);
        to.Flag(evidence.IsPrivate);
    }

    private static Evidence ReadEvidence(ref DocumentReader from) => new(from.Text(), from.Flag());

    private static void Write(ref DocumentWriter to, TermOutcome outcome)
    {
        to.Text(outcome.Term);
        PromiseForm.Write(ref to, outcome.Delivered);
        to.Flag(outcome.IsMeasure);
    }

    private static TermOutcome ReadTermOutcome(ref DocumentReader from) => new(from.Text(), PromiseForm.ReadTermValue(ref from)) { IsMeasure = from.Flag() };
}
