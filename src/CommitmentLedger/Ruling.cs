namespace CommitmentLedger;

/// <summary>A command decided to its end: the entries to write and the record that they lead to, or a refusal.</summary>
internal sealed record Ruling(Refusal? Refusal, ValueList<Entry> Entries, CustomerRecord Next)
{
    /// <summary>Decides a command on a record. Pure: the same three always give the same ruling.</summary>
    public static Ruling On(Command command, CustomerRecord record, Circumstances at)
    {
        Decision decision = command.Rule(record, at);
        if (decision.Refusal is { } refusal) return new Ruling(Verbs.WithLegalNow(refusal, record), [], record);

        var entries = new List<Entry>(decision.Events.Count);
        CustomerRecord next = record;
        foreach (LedgerEvent happened in decision.Events) Record(happened);

        // A whole that closes may have been the last open part of another.
        while (Wholes(next) is { Count: > 0 } wholes)
        {
            foreach (Commitment whole in wholes) Record(new Superseded(whole.Id));
        }

        return new Ruling(Refusal: null, [.. entries], next);

        void Record(LedgerEvent happened)
        {
            var entry = new Entry(record.Customer, next.Version + 1, at.OccurredAt, at.Now, at.By, command.Id, happened);
            entries.Add(entry);
            next = next.Apply(entry);
        }
    }

    /// <summary>
    /// The split commitments whose parts are all closed now. Every open part is in the record, so one that is not there is closed; one that
    /// cannot be read is not known to be.
    /// </summary>
    private static List<Commitment> Wholes(CustomerRecord record)
    {
        var wholes = new List<Commitment>();
        foreach (Commitment whole in record.Commitments.AsSpan())
        {
            if (whole.IsOpen && whole.IsSplit && !whole.Parts.Any(part => record.IsUnreadable(part) || record.Find(part) is { IsOpen: true })) wholes.Add(whole);
        }

        return wholes;
    }
}
