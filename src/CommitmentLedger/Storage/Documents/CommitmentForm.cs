namespace CommitmentLedger.Storage;

/// <summary>A commitment as the bytes of its document. Its id and its owner are columns of the document and not repeated.</summary>
/// <remarks>
/// A new part goes to the end, under the next number of the form; reading leaves it at its default where the document is older. Each
/// public property of <see cref="Commitment"/> that can be set has its place here; a test looks at every one.
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
        PartForms.Write(ref to, commitment.PromisedBy);
        to.Instant(commitment.PromisedAt);
        to.Number((int)commitment.Conversation);
        to.Number((int)commitment.Bindingness);
        to.Number((int)commitment.Certainty);
        TimeForms.Write(ref to, commitment.Clock);
        to.Optional(commitment.DueTimes, TimeForms.Write);
        to.Optional(commitment.Lineage, PartForms.Write);
        to.List(commitment.Parts, PartForms.Write);
        to.Flag(commitment.AwaitsConsent);
        to.List(commitment.Consents, PartForms.Write);
        to.Number(commitment.UnilateralChanges);
        to.Optional(commitment.Exception, PartForms.Write);
        to.Optional(commitment.Handoff, PartForms.Write);
        to.List(commitment.Contradictions, PartForms.Write);
        to.List(commitment.Assurances, PartForms.Write);
        to.Optional(commitment.Reassurance, PartForms.Write);
        to.List(commitment.MetPreconditions, PartForms.Write);
        to.List(commitment.ChoicesMade, PartForms.Write);
        to.List(commitment.RelianceActs, PartForms.Write);
        to.List(commitment.Notes, PartForms.Write);
        to.Optional(commitment.Statement, PartForms.Write);
        to.List(commitment.CustomerAccounts, PartForms.Write);
        to.Flag(commitment.WasAcceptedBySilence);
        to.Optional(commitment.Closing, PartForms.Write);
        return to.ToArray();
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of a form that is not known.</exception>
    /// <exception cref="ArgumentException">A part holds what it cannot hold.</exception>
    public static Commitment Read(CommitmentDocument document)
    {
        DocumentReader from = DocumentReader.Of(document.State, Current);
        var commitment = new Commitment
        {
            Id = document.Commitment,
            Owner = Team.Of(document.Owner),
            Customer = CustomerId.Of(from.Text()),
            Reference = PromiseReference.Parse(from.Text(), provider: null),
            MadeAtVersion = from.Number(),
            Promise = PromiseForm.Read(ref from),
            FirstPromise = from.Optional(PromiseForm.Read),
            PromisedBy = PartForms.ReadActor(ref from),
            PromisedAt = from.Instant(),
            Conversation = from.Kind<Conversation>(),
            Bindingness = from.Kind<Bindingness>(),
            Certainty = from.Kind<Certainty>(),
            Clock = TimeForms.ReadClock(ref from),
            DueTimes = from.Optional(TimeForms.ReadDueTimes),
            Lineage = from.Optional(PartForms.ReadLineage),
            Parts = from.List(PartForms.ReadCommitmentId),
            AwaitsConsent = from.Flag(),
            Consents = from.List(PartForms.ReadGivenConsent),
            UnilateralChanges = from.Int(),
            Exception = from.Optional(PartForms.ReadApprovedException),
            Handoff = from.Optional(PartForms.ReadPendingHandoff),
            Contradictions = from.List(PartForms.ReadCommitmentId),
            Assurances = from.List(PartForms.ReadAssurance),
            Reassurance = from.Optional(PartForms.ReadReassurance),
            MetPreconditions = from.List(PartForms.ReadMetPrecondition),
            ChoicesMade = from.List(PartForms.ReadText),
            RelianceActs = from.List(PartForms.ReadRelianceAct),
            Notes = from.List(PartForms.ReadNote),
            Statement = from.Optional(PartForms.ReadStatement),
            CustomerAccounts = from.List(PartForms.ReadCustomerAccount),
            WasAcceptedBySilence = from.Flag(),
            Closing = from.Optional(PartForms.ReadClosing),
        };
        from.End();
        return commitment;
    }
}
