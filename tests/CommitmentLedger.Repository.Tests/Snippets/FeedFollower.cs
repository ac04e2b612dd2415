using Microsoft.Data.Sqlite;

namespace CommitmentLedger.Repository.Tests.Snippets;

#region FeedFollower
internal sealed class FeedFollower(Ledger ledger, IReadOnlyList<TenantId> tenants, SqliteConnection own)
{
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await foreach (FeedItem item in ledger.ReadFeedAsync(ReadCursor(), tenants, cancellationToken))
        {
            // The effect and the cursor are committed together: after a crash nothing is missing and nothing is done twice.
            using SqliteTransaction transaction = own.BeginTransaction();
            if (item.IsUnreadable) PutAside(item);
            else if (item is { Tenant: { } tenant, Entry: { } entry }) Handle(tenant, entry);
            Run("UPDATE follower SET cursor = $value", item.Cursor.Value);
            transaction.Commit();
        }
    }

    private void Handle(TenantId tenant, Entry entry)
    {
        if (entry.Event is Promised promised) Run("INSERT INTO sent (text) VALUES ($value)", $"{tenant}: {promised.Promise.Summary}");
    }

    /// <summary>This follower passes over an entry that it cannot read and keeps its place for a person to look at.</summary>
    private void PutAside(FeedItem item) => Run("INSERT INTO aside (cursor) VALUES ($value)", item.Cursor.Value);

    private FeedCursor ReadCursor()
    {
        using SqliteCommand command = own.CreateCommand();
        command.CommandText = "SELECT cursor FROM follower";
        return new FeedCursor((string)command.ExecuteScalar()!);
    }

    private void Run(string sql, string value)
    {
        using SqliteCommand command = own.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }
}
#endregion
