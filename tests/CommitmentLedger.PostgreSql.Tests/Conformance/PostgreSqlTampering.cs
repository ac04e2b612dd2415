using CommitmentLedger.Conformance;

namespace CommitmentLedger.PostgreSql.Tests.Conformance;

/// <summary>What somebody with the database's password does to entries.</summary>
internal static class PostgreSqlTampering
{
    private const long Day = 24L * 60 * 60 * 1_000_000;

    public static string Statement(string schema, Tampering tampering)
    {
        string entries = $"{schema}.entry AS entry";
        string stream = $"entry.stream = '{tampering.Stream}'";
        long version = tampering.Version;
        return tampering.Kind switch
        {
            TamperingKind.FlipBody or TamperingKind.Damage => $"UPDATE {entries} SET body = set_bit(body, 0, 1 - get_bit(body, 0)) WHERE {stream} AND version = {version}",
            TamperingKind.Delete => $"DELETE FROM {entries} WHERE {stream} AND version = {version}",
            TamperingKind.SwapWithNext =>
                $"""
                UPDATE {entries} SET body = other.body, body_hash = other.body_hash FROM {schema}.entry AS other
                WHERE {stream} AND entry.version IN ({version}, {version + 1}) AND other.stream = entry.stream AND other.version = {2 * version + 1} - entry.version
                """,
            TamperingKind.Truncate => $"DELETE FROM {entries} WHERE {stream} AND version >= {version}",
            TamperingKind.BackDate =>
                $"UPDATE {entries} SET recorded_at = recorded_at - {Day}, occurred_at = occurred_at - {Day} WHERE {stream} AND version = {version}",
            _ => throw new ArgumentOutOfRangeException(nameof(tampering)),
        };
    }
}
