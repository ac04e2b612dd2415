using CommitmentLedger.Storage;

namespace CommitmentLedger.PostgreSql;

/// <summary>Cuts a list of appends into calls of the function that appends.</summary>
/// <remarks>
/// A call has one append a stream, in the order of the streams, so that two calls never wait for each other in a circle. What is left
/// of a stream goes into a later call, in the order of the list; so does what would make a call too long. All calls of a plan are
/// sent at once and committed together.
/// </remarks>
internal static class AppendPlan
{
    /// <summary>A call longer than this is cut in two: PostgreSQL takes no message of a gigabyte.</summary>
    private const long MaxCallLength = 16 * 1024 * 1024;

    /// <summary>The calls, each as the positions of its appends in the list.</summary>
    public static List<List<int>> Of(IReadOnlyList<StreamAppend> appends)
    {
        var rounds = new List<List<int>>(1);
        var seen = new Dictionary<StreamKey, int>(appends.Count);
        for (int place = 0; place < appends.Count; place++)
        {
            int round = seen.GetValueOrDefault(appends[place].Stream);
            seen[appends[place].Stream] = round + 1;
            if (round == rounds.Count) rounds.Add(new List<int>(appends.Count));
            rounds[round].Add(place);
        }

        var calls = new List<List<int>>(rounds.Count);
        foreach (List<int> round in rounds)
        {
            round.Sort((left, right) => appends[left].Stream.CompareTo(appends[right].Stream));
            Cut(appends, round, calls);
        }

        return calls;
    }

    private static void Cut(IReadOnlyList<StreamAppend> appends, List<int> round, List<List<int>> calls)
    {
        int begin = 0;
        long length = 0;
        for (int index = 0; index < round.Count; index++)
        {
            long more = Length(appends[round[index]]);
            if (length > 0 && length + more > MaxCallLength)
            {
                calls.Add(round.GetRange(begin, index - begin));
                (begin, length) = (index, 0);
            }

            length += more;
        }

        calls.Add(begin == 0 ? round : round.GetRange(begin, round.Count - begin));
    }

    private static long Length(StreamAppend append)
    {
        long length = append.Record.Length;
        foreach (StoredEntry entry in append.Entries) length += entry.Body.Length;
        foreach (CommitmentDocument document in append.Changed) length += document.State.Length;
        return length;
    }
}
