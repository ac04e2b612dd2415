using CommitmentLedger.Storage;
using CommitmentLedger.PostgreSql;
using Npgsql;

namespace CommitmentLedger;

/// <summary>Where the ledger's tables are and how they are reached. Set a connection string or a data source, not both.</summary>
public sealed class PostgreSqlLedgerOptions
{
    /// <summary>The server, as Npgsql writes it. The store makes a pool of its own from it, tuned for the ledger.</summary>
    /// <value>
    /// None by default. Unless the text says otherwise, the pool has at most 8 connections, the statements of every day are prepared once
    /// for each of them (not through a pooler, nor where the text has <c>Max Auto Prepare</c>), and a connection that goes back is not reset.
    /// <c>Multiplexing</c> is refused; <c>Enlist</c>, <c>Client Encoding</c>, and what puts rows into errors or logs, are not taken over.
    /// </value>
    public string? ConnectionString { get; set; }

    /// <summary>A pool of yours to use as it is. You dispose it, after the store.</summary>
    /// <value>None by default. <c>Multiplexing</c> is refused, and so is an <c>Encoding</c> or <c>Client Encoding</c> that is not UTF-8.</value>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>The database schema that holds the tables.</summary>
    /// <value>1 to 50 lower-case letters, digits and underscores, not beginning with a digit. The default is <c>commitment_ledger</c>.</value>
    public string Schema { get; set; } = "commitment_ledger";

    /// <summary>Whether the first use creates or upgrades the tables. Otherwise a DBA runs <see cref="PostgreSqlSchema.Script"/>.</summary>
    /// <value>The default is true, which needs the right to create tables.</value>
    public bool EnsuresSchema { get; set; } = true;

    /// <summary>Everything that is wrong with the options; empty when nothing is.</summary>
    internal IReadOnlyList<string> Problems() => [.. ProblemsOfServer(), .. ProblemsOfSchema()];

    /// <summary>Passes when the options can be used.</summary>
    /// <param name="parameter">The caller's parameter that they came by.</param>
    /// <exception cref="ArgumentException">They cannot; the message names every option that is wrong.</exception>
    internal void EnsureUsable(string parameter)
    {
        if (Problems() is { Count: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), parameter);
    }

    /// <summary>The same options, out of reach of whoever made these.</summary>
    internal PostgreSqlLedgerOptions Settle() =>
        new() { ConnectionString = ConnectionString, DataSource = DataSource, Schema = Schema, EnsuresSchema = EnsuresSchema };

    private IEnumerable<string> ProblemsOfServer()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) && DataSource is null)
            yield return "PostgreSqlLedgerOptions.ConnectionString is empty, so that there is no server to keep the ledger on. Set ConnectionString or DataSource.";
        if (!string.IsNullOrWhiteSpace(ConnectionString) && DataSource is not null)
            yield return "PostgreSqlLedgerOptions.ConnectionString and PostgreSqlLedgerOptions.DataSource are both set. Set one of them.";
        if (!string.IsNullOrWhiteSpace(ConnectionString) && ConnectionSettings.Problem(ConnectionString) is { } ofText)
            yield return $"PostgreSqlLedgerOptions.ConnectionString {ofText}";
        if (DataSource is not null && ConnectionSettings.Problem(DataSource) is { } ofSource)
            yield return $"PostgreSqlLedgerOptions.DataSource {ofSource}";
    }

    private IEnumerable<string> ProblemsOfSchema()
    {
        if (SchemaName.Problem(Schema) is { } problem) yield return $"PostgreSqlLedgerOptions.Schema: {problem}";
    }
}
