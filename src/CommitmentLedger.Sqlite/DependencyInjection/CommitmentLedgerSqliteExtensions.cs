using CommitmentLedger;
using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a ledger in a SQLite file.</summary>
public static class CommitmentLedgerSqliteExtensions
{
    /// <summary>Keeps entries in one file on a local disk. It is created at the first use; its folder must exist.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="path">The file. A relative path is taken from the folder that the process works in now.</param>
    /// <exception cref="ArgumentException">The path is empty, a URI, or asks for a database in memory.</exception>
    public static CommitmentLedgerBuilder UseSqlite(this CommitmentLedgerBuilder builder, string path) =>
        builder.UseSqlite(options => options.Path = path);

    /// <summary>Keeps entries in one file on a local disk, as the options say. <see cref="SqliteLedgerStore"/> is a service of its own too.</summary>
    /// <param name="builder">What <c>AddCommitmentLedger</c> returned.</param>
    /// <param name="configure">Sets the options; called once, now. Only the path has to be set.</param>
    /// <exception cref="ArgumentException">Options cannot be used; the message names every one that is wrong.</exception>
    public static CommitmentLedgerBuilder UseSqlite(this CommitmentLedgerBuilder builder, Action<SqliteLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteLedgerOptions();
        configure(options);
        options.EnsureUsable(nameof(configure));
        SqliteLedgerOptions settled = options.Settle();

        // The store is a service by its own name too, for backups and the doctor.
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new SqliteLedgerStore(settled)));
        return builder.UseStore(static provider => provider.GetRequiredService<SqliteLedgerStore>());
    }
}
