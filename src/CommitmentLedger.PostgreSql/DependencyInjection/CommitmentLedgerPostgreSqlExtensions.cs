using CommitmentLedger.Storage;
using CommitmentLedger;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses PostgreSQL as a ledger's store.</summary>
public static class CommitmentLedgerPostgreSqlExtensions
{
    /// <summary>Keeps the ledger in PostgreSQL, on a pool of its own.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="connectionString">The server, as Npgsql writes it.</param>
    public static CommitmentLedgerBuilder UsePostgreSql(this CommitmentLedgerBuilder builder, string connectionString) =>
        builder.UsePostgreSql(options => options.ConnectionString = connectionString);

    /// <summary>Keeps the ledger in PostgreSQL as the options say. They are checked when the ledger is first resolved.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="configure">Sets the options.</param>
    public static CommitmentLedgerBuilder UsePostgreSql(this CommitmentLedgerBuilder builder, Action<PostgreSqlLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return builder.UseStore(_ =>
        {
            var options = new PostgreSqlLedgerOptions();
            configure(options);
            return new PostgreSqlLedgerStore(options);
        });
    }
}
