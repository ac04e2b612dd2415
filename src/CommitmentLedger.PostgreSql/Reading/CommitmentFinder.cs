using System.Diagnostics;
using System.Runtime.CompilerServices;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;
using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>Finds commitments across customers, each kind of question by its index, a page at a time.</summary>
internal sealed class CommitmentFinder(IConnections connections, Statements statements)
{
    public async IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FindPosition? after = query.After;
        var size = new PageSize();
        int left = query.Limit;
        while (left > 0)
        {
            int rows = Math.Min(left, size.Rows);
            FindPosition? from = after;
            List<FoundCommitment> page = await ReadAttempt.RunAsync(connections, (connection, cancel) => PageAsync(connection, query, from, rows, cancel), cancellationToken)
                .ConfigureAwait(false);
            foreach (FoundCommitment found in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return found;
            }

            if (page.Count < rows) yield break;
            left -= page.Count;
            after = FindPosition.Of(page[^1].Document);
            size.Learn(page.Count, page.Sum(found => (long)found.Document.State.Length));
        }
    }

    private async Task<List<FoundCommitment>> PageAsync(
        Connection connection, CommitmentQuery query, FindPosition? after, int rows, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand { Connection = connection.Handle, Transaction = connection.Transaction };
        await using ConfiguredAsyncDisposable _ = command.ConfigureAwait(false);
        command.Parameters.AddValue(ColumnValues.Of(query.Tenant));
        command.Parameters.AddValue(after is null ? long.MinValue : ColumnValues.Of(after.Due));
        command.Parameters.AddValue(after is null ? Guid.Empty : ColumnValues.Of(after.Stream));
        command.Parameters.AddValue(after?.Commitment.ToGuid() ?? Guid.Empty);
        command.Parameters.AddValue((long)rows);
        Ask(command, query);
        await connection.PrepareAsync(command, cancellationToken).ConfigureAwait(false);
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable __ = reader.ConfigureAwait(false);
        var page = new List<FoundCommitment>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) page.Add(Read(reader));
        return page;
    }

    private static FoundCommitment Read(NpgsqlDataReader row) => new(
        DocumentRow.Read(row, first: 1, ColumnValues.ToStream(row.GetGuid(0))), ColumnValues.ToIdentity(row.GetGuid(8), row.GetFieldValue<byte[]>(9)));

    private void Ask(NpgsqlCommand command, CommitmentQuery query)
    {
        switch (query)
        {
            case CommitmentQuery.DueBefore due:
                command.CommandText = statements.FindDueBefore;
                command.Parameters.AddValue(Before(due.Instant));
                break;
            case CommitmentQuery.OwnedBy owned:
                command.CommandText = statements.FindOwnedBy;
                command.Parameters.AddValue(owned.Owner);
                break;
            case CommitmentQuery.WithLookup found:
                command.CommandText = statements.FindWithLookup;
                command.Parameters.AddValue(ColumnValues.Of(found.Lookup));
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Due times are whole microseconds: what is due before an instant is due before the next whole one.</summary>
    private static long Before(Instant instant)
    {
        long microseconds = Microseconds.Of(instant);
        return Microseconds.ToInstant(microseconds) < instant ? microseconds + 1 : microseconds;
    }
}
