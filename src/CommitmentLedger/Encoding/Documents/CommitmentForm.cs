using CommitmentLedger.Storage;

namespace CommitmentLedger.Serialization;

/// <summary>A commitment as the bytes of its document. Its id and its owner are columns of the document and not repeated.</summary>
/// <remarks>
/// A new value goes to the end, under the next number of the form; reading leaves it at its default where the document is older. Each
/// public property of <see cref="Commitment"/> that can be set has its place here; a test looks at every one. For what is written on
/// the way to its closing, the engine keeps room.
/// </remarks>
internal static class CommitmentForm
{
    private const int Current = 1;

    public static byte[] Write(Commitment commitment)
    {
        DocumentWriter to = DocumentWriter.Of(Current);
        to.Text(commitment.Customer.ToString());
        to.Text(commitment.Reference.ToString());
        to.Number(commitment.MadeAtVersion);
        PromiseForm.Write(ref to, commitment.Promise);
        to.Optional(commitment.FirstPromise, PromiseForm.Write);
        to.Optional(commitment.AgreedPromise, PromiseForm.Write);
        to.Optional(commitment.FirstDue, TimeForms.Write);
        to.Optional(commitment.MissedDue, TimeForms.Write);
        to.Optional(commitment.DueBeforePause, TimeForms.Write);
        to.Optional(commitment.AgreedBy, ValueForms.Write);
        to.Optional(commitment.AgreedAt, TimeForms.Write);
        to.Optional(commitment.Root, ValueForms.Write);
        to.Optional(commitment.Whole, ValueForms.Write);
        to.Optional(commitment.ReassessedDue, TimeForms.Write);
        ValueForms.Write(ref to, commitment.PromisedBy);
        to.Instant(commitment.PromisedAt);
        to.Optional(commitment.SettledAt, TimeForms.Write);
        to.Number((int)commitment.Conversation);
        to.Number((int)commitment.Bindingness);
        to.Number((int)commitment.Certainty);
        TimeForms.Write(ref to, commitment.Clock);
        to.Optional(commitment.DueTimes, TimeForms.Write);
        to.Optional(commitment.Lineage, ValueForms.Write);
        to.List(commitment.Parts, ValueForms.Write);
        to.List(commitment.ClosedParts, ValueForms.Write);
        to.Optional(commitment.Proposal, ValueForms.Write);
        to.List(commitment.RefusedChanges, ValueForms.Write);
        to.Number(commitment.ChangesRefused);
        to.List(commitment.Consents, ValueForms.Write);
        to.Number(commitment.ConsentsGiven);
        to.Number(commitment.UnilateralChanges);
        to.Optional(commitment.Extension, ValueForms.Write);
        to.Optional(commitment.Handoff, ValueForms.Write);
        to.List(commitment.Assurances, ValueForms.Write);
        to.Number(commitment.OutdatedAssurances);
        to.Optional(commitment.Doubt, ValueForms.Write);
        to.List(commitment.MetPreconditions, ValueForms.Write);
        to.List(commitment.ChoicesMade, ValueForms.Write);
        to.List(commitment.RelianceActs, ValueForms.Write);
        to.List(commitment.Notes, ValueForms.Write);
        to.Optional(commitment.Statement, ValueForms.Write);
        to.Number(commitment.Objections);
        to.List(commitment.CustomerAccounts, ValueForms.Write);
        to.Number(commitment.AccountsRecorded);
        to.Flag(commitment.WasAcceptedBySilence);
        to.Optional(commitment.Closing, ValueForms.Write);
        to.List(commitment.FormerKeys, PromiseForm.Write);
        return to.ToArray();
    }

    /// <summary>How many bytes of the document a statement takes.</summary>
    public static int Measure(Statement statement) => Measure(statement, ValueForms.Write);

    /// <summary>How many bytes of the document the customer's accounts take.</summary>
    public static int Measure(ValueList<CustomerAccount> accounts)
    {
        DocumentWriter to = DocumentWriter.Of(Current);
        to.List(accounts, ValueForms.Write);
        return to.ToArray().Length;
    }

    /// <summary>How many bytes of the document a closing takes.</summary>
    public static int Measure(Closing closing) => Measure(closing, ValueForms.Write);

    /// <summary>How many bytes that takes which is another for the rest of a promise: its words and their date, who is asked to take it over, and where it comes from.</summary>
    public static int MeasureWhatRestsReplace(Commitment commitment) => Measure(commitment, (ref DocumentWriter to, Commitment one) =>
    {
        ValueForms.Write(ref to, one.Held.Words);
        to.Optional(one.Held.PromisedDue, TimeForms.Write);
        to.Optional(one.Handoff, ValueForms.Write);
        to.Optional(one.Lineage, ValueForms.Write);
        to.Optional(one.Root, ValueForms.Write);
        to.Optional(one.Whole, ValueForms.Write);
        to.Optional(one.MissedDue, TimeForms.Write);
    });

    private static int Measure<T>(T value, DocumentWriter.ValueWriter<T> write)
    {
        DocumentWriter to = DocumentWriter.Of(Current);
        write(ref to, value);
        return to.Drop();
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of a form that is not known.</exception>
    /// <exception cref="ArgumentException">A value is one that there cannot be.</exception>
    public static Commitment Read(CommitmentDocument document, ReadOnlyMemory<byte> state)
    {
        DocumentReader from = DocumentReader.Of(state, Current);
        var commitment = new Commitment
        {
            Id = document.Commitment,
            Owner = Team.Of(document.Owner),
            Customer = CustomerId.Of(from.Text()),
            Reference = PromiseReference.Parse(from.Text(), provider: null),
            MadeAtVersion = from.Number(),
            Promise = PromiseForm.Read(ref from),
            FirstPromise = from.Optional(PromiseForm.Read),
            AgreedPromise = from.Optional(PromiseForm.Read),
            FirstDue = from.OptionalValue(TimeForms.ReadInstant),
            MissedDue = from.OptionalValue(TimeForms.ReadInstant),
            DueBeforePause = from.OptionalValue(TimeForms.ReadInstant),
            AgreedBy = from.Optional(ValueForms.ReadActor),
            AgreedAt = from.OptionalValue(TimeForms.ReadInstant),
            Root = from.OptionalValue(ValueForms.ReadCommitmentId),
            Whole = from.OptionalValue(ValueForms.ReadCommitmentId),
            ReassessedDue = from.Optional(TimeForms.ReadDeadline),
            PromisedBy = ValueForms.ReadActor(ref from),
            PromisedAt = from.Instant(),
            SettledAt = from.OptionalValue(TimeForms.ReadInstant),
            Conversation = from.Kind<Conversation>(),
            Bindingness = from.Kind<Bindingness>(),
            Certainty = from.Kind<Certainty>(),
            Clock = TimeForms.ReadClock(ref from),
            DueTimes = from.Optional(TimeForms.ReadDueTimes),
            Lineage = from.Optional(ValueForms.ReadLineage),
            Parts = from.List(ValueForms.ReadCommitmentId),
            ClosedParts = from.List(ValueForms.ReadClosedPart),
            Proposal = from.Optional(ValueForms.ReadProposedChange),
            RefusedChanges = from.List(ValueForms.ReadRefusedChange),
            ChangesRefused = from.Int(),
            Consents = from.List(ValueForms.ReadGivenConsent),
            ConsentsGiven = from.Int(),
            UnilateralChanges = from.Int(),
            Extension = from.Optional(ValueForms.ReadApprovedExtension),
            Handoff = from.Optional(ValueForms.ReadPendingHandoff),
            Assurances = from.List(ValueForms.ReadAssurance),
            OutdatedAssurances = from.Int(),
            Doubt = from.Optional(ValueForms.ReadDoubt),
            MetPreconditions = from.List(ValueForms.ReadMetPrecondition),
            ChoicesMade = from.List(ValueForms.ReadText),
            RelianceActs = from.List(ValueForms.ReadRelianceAct),
            Notes = from.List(ValueForms.ReadNote),
            Statement = from.Optional(ValueForms.ReadStatement),
            Objections = from.Int(),
            CustomerAccounts = from.List(ValueForms.ReadCustomerAccount),
            AccountsRecorded = from.Int(),
            WasAcceptedBySilence = from.Flag(),
            Closing = from.Optional(ValueForms.ReadClosing),
            FormerKeys = from.List(PromiseForm.ReadLookupKey),
        };
        from.End();
        return commitment;
    }
}
