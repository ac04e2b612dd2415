namespace CommitmentLedger;

/// <summary>Finds the standing promises that contradict each other, by the words that we are held to. Nothing of it is kept: it follows from what stands.</summary>
internal static class Contradictions
{
    /// <summary>The most that are told at once.</summary>
    private const int Most = 100;

    /// <summary>The standing promises that contradict one of those that the entries are about, in the order in which they were made, at most 100.</summary>
    public static ValueList<CommitmentId> Of(ValueList<Entry> entries, CustomerRecord record)
    {
        if (record.Commitments.Count < 2) return [];
        List<Commitment>? found = null;
        foreach (Entry entry in entries.AsSpan())
        {
            if (entry.Event.About is not { } id || record.Find(id) is not { Stands: true, Held.Matter: { } matter } one) continue;
            (string Kind, string Code) about = matter.Meaning;
            foreach (Commitment other in record.Commitments.AsSpan())
            {
                if (other.Id != id && other is { Stands: true, Held.Matter: { } same } && same.Meaning == about && one.Contradicts(other))
                    (found ??= []).Add(other);
            }
        }

        return found is null ? [] : [.. found.DistinctBy(other => other.Id).OrderBy(other => other.MadeAtVersion).Take(Most).Select(other => other.Id)];
    }

    /// <summary>The pairs among these that contradict each other, the earlier promise first, each pair once, at most 100.</summary>
    public static IEnumerable<(Commitment First, Commitment Second)> Among(IReadOnlyList<Commitment> commitments)
    {
        IEnumerable<Commitment> comparable = commitments.Where(commitment => commitment.Stands && commitment.Held is { Matter: not null, Terms.IsEmpty: false });
        var matters = new HashSet<(string Kind, string Code)>();
        return comparable.All(commitment => matters.Add(commitment.Held.Matter!.Meaning)) ? [] : Pairs(comparable);
    }

    private static IEnumerable<(Commitment First, Commitment Second)> Pairs(IEnumerable<Commitment> comparable) =>
        comparable.GroupBy(commitment => commitment.Held.Matter!.Meaning)
            .Select(sameMatter => sameMatter.ToArray())
            .Where(sameMatter => sameMatter.Length > 1)
            .SelectMany(Candidates)
            .Where(pair => pair.First.Contradicts(pair.Second))
            .Select(pair => pair.First.MadeAtVersion < pair.Second.MadeAtVersion ? pair : (First: pair.Second, Second: pair.First))
            .DistinctBy(pair => (pair.First.Id, pair.Second.Id))
            .Take(Most);

    /// <summary>
    /// Pairs among which all that contradict each other are: so that thousands of promises about one matter that agree, or are about
    /// different things, are not compared each with each.
    /// </summary>
    internal static IEnumerable<(Commitment First, Commitment Second)> Candidates(Commitment[] sameMatter)
    {
        ILookup<Term, Commitment> sayings = sameMatter.SelectMany(one => one.Held.Terms.Distinct(TermMeaning.Comparer), (one, term) => (one, term))
            .ToLookup(said => said.term, said => said.one, TermMeaning.Comparer);

        // Terms of one name that exclude each other.
        foreach (IGrouping<string, IGrouping<Term, Commitment>> sameName in sayings.GroupBy(saying => saying.Key.Name, Casing.Comparer))
        {
            IGrouping<Term, Commitment>[] different = [.. sameName];
            for (int index = 1; index < different.Length; index++)
            {
                foreach (IGrouping<Term, Commitment> other in different.Take(index).Where(other => other.Key.Contradicts(different[index].Key)))
                {
                    foreach (Commitment first in other)
                    {
                        foreach (Commitment second in different[index]) yield return (first, second);
                    }
                }
            }
        }

        // Where one says no term that the other does not say, the other says the rarest of its terms too.
        foreach (Commitment one in sameMatter)
        {
            foreach (Commitment other in one.Held.Terms.Select(term => sayings[term]).MinBy(saying => saying.Count())!) yield return (one, other);
        }
    }
}
