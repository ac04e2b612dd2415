namespace CommitmentLedger;

/// <summary>A command decided to its end: the entries to write and the record that they lead to, or a refusal.</summary>
internal sealed record Outcome(Refusal? Refusal, ValueList<Entry> Entries, CustomerRecord Next)
{
    /// <summary>Decides a command on a record. Pure: the same three always give the same outcome.</summary>
    public static Outcome On(Command command, CustomerRecord record, Circumstances at)
    {
        at = at with { OccurredAt = command.When(record, at) };
        Decision decision = command.RefuseTime(at) is { } untimely ? untimely : command.Decide(record, at);
        if (decision.Refusal is { } refusal) return new Outcome(refusal.WithLegalNow(command, record), [], record);

        var entries = new List<Entry>(decision.Events.Count);
        CustomerRecord next = record;
        foreach (LedgerEvent happened in decision.Events) Record(happened);

        Decision follows;
        do
        {
            follows = Consequences.Decide(new Aftermath(record, next, at));
            if (follows.Refusal is { } no) return new Outcome(no.WithLegalNow(command, record), [], record);
            foreach (LedgerEvent happened in follows) Record(happened);
        }
        while (!follows.Events.IsEmpty);

        return new Outcome(Refusal: null, [.. entries], next);

        void Record(LedgerEvent happened)
        {
            var entry = new Entry(record.Customer, next.Version + 1, at.OccurredAt, at.Now, at.By, command.Id, happened);
            entries.Add(entry);
            next = next.Apply(entry);
        }
    }
}
