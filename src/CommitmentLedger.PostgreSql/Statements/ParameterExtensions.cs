using Npgsql;
using NpgsqlTypes;

namespace CommitmentLedger.PostgreSql;

/// <summary>Adds parameters by position, with the types that the statements expect.</summary>
internal static class ParameterExtensions
{
    public static void AddValue(this NpgsqlParameterCollection parameters, Guid value) => Add(parameters, value, NpgsqlDbType.Uuid);

    public static void AddValue(this NpgsqlParameterCollection parameters, long value) => Add(parameters, value, NpgsqlDbType.Bigint);

    public static void AddValue(this NpgsqlParameterCollection parameters, int value) => Add(parameters, value, NpgsqlDbType.Integer);

    public static void AddValue(this NpgsqlParameterCollection parameters, string value) => Add(parameters, value, NpgsqlDbType.Text);

    public static void AddValue(this NpgsqlParameterCollection parameters, byte[] value) => Add(parameters, value, NpgsqlDbType.Bytea);

    public static void AddArray(this NpgsqlParameterCollection parameters, Guid[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static void AddArray(this NpgsqlParameterCollection parameters, Guid?[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static void AddArray(this NpgsqlParameterCollection parameters, long[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static void AddArray(this NpgsqlParameterCollection parameters, int[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static void AddArray(this NpgsqlParameterCollection parameters, bool[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Boolean);

    public static void AddArray(this NpgsqlParameterCollection parameters, string[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static void AddArray(this NpgsqlParameterCollection parameters, byte[]?[] values) => Add(parameters, values, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    private static void Add<T>(NpgsqlParameterCollection parameters, T value, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
