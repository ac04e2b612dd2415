using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Sqlite;

/// <summary>Answers a question across customers from the index made for it, a page at a time.</summary>
internal static class CommitmentFinder
{
    public static List<FoundCommitment> Page(Connection connection, CommitmentQuery query, FindPosition? after, int limit)
    {
        using PreparedStatement row = Ask(connection, query, after, Math.Min(limit, PageSize.MaxRows));
        var page = new List<FoundCommitment>();
        for (int bytes = 0; bytes < PageSize.MaxBytes && row.Step();)
        {
            CommitmentDocument document = DocumentRow.Read(row, first: 4, StreamKey.FromBytes(row.Bytes(0)), query.Tenant, isOpen: row.Number(3) == 1);
            bytes += document.State.Length;
            page.Add(new FoundCommitment(document, row.Identity(1)));
        }

        return page;
    }

    private static PreparedStatement Ask(Connection connection, CommitmentQuery query, FindPosition? after, int limit) => query switch
    {
        CommitmentQuery.DueBefore due => Begin(connection, Statements.FindDueBefore, query, after, limit).Bind(FirstNotBefore(due.Instant)),
        CommitmentQuery.OwnedBy owned => Begin(connection, Statements.FindOwnedBy, query, after, limit).Bind(owned.Owner),
        CommitmentQuery.WithLookup with => Begin(connection, Statements.FindWithLookup, query, after, limit).Bind(with.Lookup.ToBytes()),
        _ => throw new NotSupportedException($"{query.GetType().Name} is a question that this store does not know. Update CommitmentLedger.Sqlite."),
    };

    private static PreparedStatement Begin(Connection connection, Statement question, CommitmentQuery query, FindPosition? after, int limit)
    {
        PreparedStatement statement = connection.Use(question).Bind(query.Tenant);
        statement = after is null
            ? statement.Bind(long.MinValue).Bind([]).Bind([])
            : statement.BindDue(after.Due).Bind(after.Stream).Bind(after.Commitment.ToGuid());
        return statement.Bind(limit);
    }

    /// <summary>The first microsecond that is not before an instant, which may lie between two.</summary>
    private static long FirstNotBefore(Instant instant)
    {
        long microseconds = Microseconds.Of(instant);
        return Microseconds.ToInstant(microseconds) < instant ? microseconds + 1 : microseconds;
    }
}
