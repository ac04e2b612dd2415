namespace CommitmentLedger.Serialization;

/// <summary>A customer's record without its commitments, as the bytes of the stream's record document.</summary>
/// <remarks>A new figure goes to the end, under the next number of the form, as in <see cref="CommitmentForm"/>.</remarks>
internal static class RecordForm
{
    private const int Current = 1;

    public static byte[] Write(CustomerRecord record)
    {
        DocumentWriter to = DocumentWriter.Of(Current);
        CustomerHistory history = record.History;
        to.Text(record.Customer.ToString());
        to.Number(history.Promised);
        to.Number(history.Claimed);
        to.Number(history.Kept);
        to.Number(history.KeptLate);
        to.Number(history.PartiallyKept);
        to.Number(history.Broken);
        to.List(history.BrokenPromises, Write);
        to.Number(history.Released);
        to.Number(history.Withdrawn);
        to.Number(history.Expired);
        to.Number(history.Superseded);
        to.Number(history.ChangedAtVersion);
        to.Number(history.Briefings);
        to.List(history.LastBriefings, Write);
        to.Number(history.Interactions);
        to.Number(history.UnbriefedInteractions);
        to.List(history.OpenInteractions, Write);
        return to.ToArray();
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of a form that is not known.</exception>
    /// <exception cref="ArgumentException">A value is one that there cannot be.</exception>
    public static (CustomerId Customer, CustomerHistory History) Read(ReadOnlyMemory<byte> document)
    {
        DocumentReader from = DocumentReader.Of(document, Current);
        var customer = CustomerId.Of(from.Text());
        var history = new CustomerHistory
        {
            Promised = from.Int(),
            Claimed = from.Int(),
            Kept = from.Int(),
            KeptLate = from.Int(),
            PartiallyKept = from.Int(),
            Broken = from.Int(),
            BrokenPromises = from.List(ReadBrokenPromise),
            Released = from.Int(),
            Withdrawn = from.Int(),
            Expired = from.Int(),
            Superseded = from.Int(),
            ChangedAtVersion = from.Number(),
            Briefings = from.Int(),
            LastBriefings = from.List(ReadTeamBriefing),
            Interactions = from.Int(),
            UnbriefedInteractions = from.Int(),
            OpenInteractions = from.List(ReadOpenInteraction),
        };
        from.End();
        return (customer, history);
    }

    private static void Write(ref DocumentWriter to, BrokenPromise broken)
    {
        to.Id(broken.Commitment.ToGuid());
        to.Text(broken.Reference.ToString());
        to.Optional(broken.Matter, PromiseForm.Write);
        to.Text(broken.Summary);
        to.Number((int)broken.How);
        to.Instant(broken.At);
        to.Text(broken.Owner.ToString());
        to.Text(broken.Reason);
        to.Flag(broken.IsAgreed);
    }

    private static BrokenPromise ReadBrokenPromise(ref DocumentReader from) => new(
        new CommitmentId(from.Id()),
        PromiseReference.Parse(from.Text(), provider: null),
        from.Optional(PromiseForm.ReadLookupKey),
        from.Text(),
        from.Kind<Bindingness>(),
        from.Instant(),
        Team.Of(from.Text()),
        from.OptionalText(),
        from.Flag());

    private static void Write(ref DocumentWriter to, TeamBriefing briefing)
    {
        to.Text(briefing.Team.ToString());
        to.Instant(briefing.At);
    }

    private static TeamBriefing ReadTeamBriefing(ref DocumentReader from) => new(Team.Of(from.Text()), from.Instant());

    private static void Write(ref DocumentWriter to, OpenInteraction interaction)
    {
        to.Id(interaction.Id.ToGuid());
        to.Text(interaction.Occasion.ToString());
        ValueForms.Write(ref to, interaction.By);
        to.Instant(interaction.StartedAt);
    }

    private static OpenInteraction ReadOpenInteraction(ref DocumentReader from) =>
        new(new InteractionId(from.Id()), new Occasion(from.Text()), ValueForms.ReadActor(ref from), from.Instant());
}
