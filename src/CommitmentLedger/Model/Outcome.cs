namespace CommitmentLedger;

/// <summary>A command decided to its end: the entries to write and the record that they lead to, or a refusal.</summary>
internal sealed record Outcome(Refusal? Refusal, ValueList<Entry> Entries, CustomerRecord Next)
{
    /// <summary>Decides a command on a record. Pure: the same three always give the same ruling.</summary>
    public static Outcome On(Command command, CustomerRecord record, Circumstances at)
    {
        at = at with { OccurredAt = command.When(record, at) };
        Decision decision = command.Rule(record, at);
        if (decision.Refusal is { } refusal) return new Outcome(Verbs.WithLegalNow(refusal, record), [], record);

        var entries = new List<Entry>(decision.Events.Count);
        CustomerRecord next = record;
        foreach (LedgerEvent happened in decision.Events) Record(happened);

        Decision follows;
        do
        {
            follows = Follows(record, next, at);
            if (follows.Refusal is { } no) return new Outcome(Verbs.WithLegalNow(no, record), [], record);
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

    /// <summary>What follows from what happened so far; asked again until nothing more does.</summary>
    private static Decision Follows(CustomerRecord before, CustomerRecord after, Circumstances at) =>
        SplitEnding.Of(after) is { Events.IsEmpty: false } ended ? ended : CustomersWait.Of(before, after, at);
}
