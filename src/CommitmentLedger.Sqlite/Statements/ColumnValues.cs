using CommitmentLedger.Storage;
using CommitmentLedger.Time;
using NodaTime;

namespace CommitmentLedger.Sqlite;

/// <summary>Between the ledger's values and columns: keys and ids as bytes in their own order, instants as microseconds.</summary>
internal static class ColumnValues
{
    /// <summary>The due time of what has none: after every other, because those without one come last.</summary>
    public const long NoDue = long.MaxValue;

    private const int GuidLength = 16;

    public static PreparedStatement Bind(this PreparedStatement statement, StreamKey value)
    {
        Span<byte> bytes = stackalloc byte[StreamKey.Length];
        value.CopyTo(bytes);
        return statement.Bind(bytes);
    }

    public static PreparedStatement Bind(this PreparedStatement statement, StreamId value)
    {
        Span<byte> bytes = stackalloc byte[StreamId.Length];
        value.CopyTo(bytes);
        return statement.Bind(bytes);
    }

    public static PreparedStatement Bind(this PreparedStatement statement, TenantKey value)
    {
        Span<byte> bytes = stackalloc byte[TenantKey.Length];
        value.CopyTo(bytes);
        return statement.Bind(bytes);
    }

    public static PreparedStatement Bind(this PreparedStatement statement, Digest value)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        value.CopyTo(bytes);
        return statement.Bind(bytes);
    }

    public static PreparedStatement Bind(this PreparedStatement statement, Guid? value)
    {
        if (value is not { } id) return statement.BindNull();
        Span<byte> bytes = stackalloc byte[GuidLength];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return statement.Bind(bytes);
    }

    public static PreparedStatement Bind(this PreparedStatement statement, Instant value) => statement.Bind(Microseconds.Of(value));

    public static PreparedStatement BindDue(this PreparedStatement statement, Instant? due) => statement.Bind(DueColumn(due));

    public static long DueColumn(Instant? due) => due is { } instant ? Microseconds.Of(instant) : NoDue;

    public static Instant? Due(this PreparedStatement statement, int column) =>
        statement.Number(column) is var due and not NoDue ? Microseconds.ToInstant(due) : null;

    public static Guid Id(this PreparedStatement statement, int column) => new(statement.Bytes(column), bigEndian: true);

    /// <summary>The identity of a stream, whose columns begin at a place.</summary>
    public static StreamIdentity Identity(this PreparedStatement statement, int column) =>
        new(StreamId.FromBytes(statement.Bytes(column)), statement.Bytes(column + 1).ToArray());

    public static Digest Hash(this PreparedStatement statement, int column) => Digest.FromBytes(statement.Bytes(column));
}
