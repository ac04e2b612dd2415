using Npgsql;

namespace CommitmentLedger.PostgreSql;

/// <summary>What a connection string says, what the store adds to it, and what it cannot work with.</summary>
internal static class ConnectionSettings
{
    private const int MaxConnections = 8;
    private const string Utf8 = "UTF8";

    /// <summary>Why the store cannot make a pool of its own from the text, to end a sentence that names the option; null when it can.</summary>
    public static string? Problem(string connectionString)
    {
        try
        {
            if (OfBoth(new NpgsqlConnectionStringBuilder(connectionString)) is { } problem) return problem;

            // Some of what it refuses the driver only says when it makes a pool, which opens nothing yet.
            using var pool = NpgsqlDataSource.Create(Settle(connectionString));
            return null;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            // The driver names the keyword and never the value.
            return $"cannot be used: {problem.Message.TrimEnd('.')}. Write it as Npgsql does, such as Host=db.example;Database=ledger;Username=ledger.";
        }
    }

    /// <summary>The same for a pool of somebody else's, which is used as it is.</summary>
    public static string? Problem(NpgsqlDataSource given)
    {
        var text = new NpgsqlConnectionStringBuilder(given.ConnectionString);
        return OfBoth(text) ?? (IsUtf8(text.Encoding) && IsUtf8(text.ClientEncoding ?? Utf8)
            ? null
            : "sends text in another encoding than UTF-8, in which a ledger is kept. Leave Encoding and Client Encoding out.");
    }

    private static string? OfBoth(NpgsqlConnectionStringBuilder text) => text.Multiplexing
        ? "turns Multiplexing on, which runs the statements of several callers on one connection; the ledger's transactions need one each. Leave Multiplexing out."
        : null;

    /// <summary>Whether an encoding is that one, by the name that .NET or PostgreSQL has for it.</summary>
    private static bool IsUtf8(string encoding) => encoding.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant() is Utf8 or "UNICODE";

    /// <summary>Whether the text leaves it to the store how statements are prepared; with <c>Max Auto Prepare</c>, 0 included, its writer decides.</summary>
    /// <remarks>Without a pool each statement would be prepared for a single use.</remarks>
    public static bool MayPrepare(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        return text.Pooling && !Said(text).Contains("Max Auto Prepare");
    }

    /// <summary>The settings of the store's own pool: what the text leaves open is chosen, and what would harm is not taken over.</summary>
    public static NpgsqlConnectionStringBuilder Settle(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        HashSet<string> said = Said(text);
        if (!said.Contains("Maximum Pool Size")) text.MaxPoolSize = Math.Max(MaxConnections, text.MinPoolSize);
        if (!said.Contains("No Reset On Close")) text.NoResetOnClose = true;

        // The ledger joins a transaction by Within and not because one happens to be around.
        text.Enlist = false;

        // Rows that an error names, and values that are logged, are about customers.
        text.IncludeErrorDetail = false;
        text.IncludeFailedBatchedCommand = false;
        text.LogParameters = false;

        // Text that is sent in one encoding and announced in another is kept as something else.
        text.Encoding = Utf8;
        text.ClientEncoding = Utf8;
        return text;
    }

    private static HashSet<string> Said(NpgsqlConnectionStringBuilder text) => [.. text.Keys.Cast<string>()];
}
