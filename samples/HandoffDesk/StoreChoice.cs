using CommitmentLedger;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffDesk;

/// <summary>Where the ledger is kept: <c>sqlite:FILE</c> or <c>postgresql:CONNECTION</c>.</summary>
internal static class StoreChoice
{
    private const string Sqlite = "sqlite:";
    private const string PostgreSql = "postgresql:";

    public static bool IsKnown(string store) => store.StartsWith(Sqlite, StringComparison.Ordinal) || store.StartsWith(PostgreSql, StringComparison.Ordinal);

    public static CommitmentLedgerBuilder UseStoreAt(this CommitmentLedgerBuilder builder, string store) =>
        store.StartsWith(PostgreSql, StringComparison.Ordinal) ? builder.UsePostgreSql(store[PostgreSql.Length..]) : builder.UseSqlite(store[Sqlite.Length..]);
}
