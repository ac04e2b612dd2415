using CommitmentLedger;
using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a ledger in PostgreSQL.</summary>
public static class CommitmentLedgerPostgreSqlExtensions
{
    /// <summary>Keeps entries in PostgreSQL, on a pool of the store's own. The tables are created at the first use.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="connectionString">The server, as Npgsql writes it.</param>
    /// <exception cref="ArgumentException">The text is empty or cannot be read.</exception>
    public static CommitmentLedgerBuilder UsePostgreSql(this CommitmentLedgerBuilder builder, string connectionString) =>
        builder.UsePostgreSql(options => options.ConnectionString = connectionString);

    /// <summary>Keeps entries in PostgreSQL, as the options say. <see cref="PostgreSqlLedgerStore"/> is a service of its own too.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="configure">Sets the options; called once, now. Only the connection string or the data source has to be set.</param>
    /// <exception cref="ArgumentException">Options cannot be used; the message names every one that is wrong.</exception>
    public static CommitmentLedgerBuilder UsePostgreSql(this CommitmentLedgerBuilder builder, Action<PostgreSqlLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PostgreSqlLedgerOptions();
        configure(options);
        options.EnsureUsable(nameof(configure));
        PostgreSqlLedgerOptions settled = options.Settle();

        // The store is a service by its own name too, for the schema and the doctor.
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new PostgreSqlLedgerStore(settled)));
        return builder.UseStore(static provider => provider.GetRequiredService<PostgreSqlLedgerStore>());
    }
}
