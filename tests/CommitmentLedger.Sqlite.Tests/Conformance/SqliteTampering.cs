using CommitmentLedger.Conformance;
using CommitmentLedger.Sqlite.Tests.Support;

namespace CommitmentLedger.Sqlite.Tests.Conformance;

/// <summary>What somebody with write access to the file does to entries.</summary>
internal static class SqliteTampering
{
    private const long Day = 24L * 60 * 60 * 1_000_000;

    /// <summary>SQLite has no exclusive or, and makes bytes of digits only: the first digit of two is exchanged for the one that differs in the last bit.</summary>
    private const string WithFirstBitFlipped =
        "unhex(substr('1032547698BADCFE', instr('0123456789ABCDEF', substr(hex(body), 1, 1)), 1) || substr(hex(body), 2))";

    public static void Do(string file, Tampering tampering)
    {
        string stream = $"stream_number = (SELECT number FROM ledger_streams WHERE stream = x'{tampering.Stream}')";
        long version = tampering.Version;
        ForeignTransaction.Execute(file, tampering.Kind switch
        {
            TamperingKind.FlipBody or TamperingKind.Damage => $"UPDATE ledger_entries SET body = {WithFirstBitFlipped} WHERE {stream} AND version = {version}",
            TamperingKind.Delete => $"DELETE FROM ledger_entries WHERE {stream} AND version = {version}",
            TamperingKind.SwapWithNext =>
                $"""
                UPDATE ledger_entries SET body = other.body, body_hash = other.body_hash
                FROM (SELECT stream_number AS number, version AS place, body, body_hash FROM ledger_entries) AS other
                WHERE {stream} AND version IN ({version}, {version + 1}) AND other.number = stream_number AND other.place = {2 * version + 1} - version
                """,
            TamperingKind.Truncate => $"DELETE FROM ledger_entries WHERE {stream} AND version >= {version}",
            TamperingKind.BackDate =>
                $"UPDATE ledger_entries SET recorded_at = recorded_at - {Day}, occurred_at = occurred_at - {Day} WHERE {stream} AND version = {version}",
            _ => throw new ArgumentOutOfRangeException(nameof(tampering)),
        });
    }
}
