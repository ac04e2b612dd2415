using System.Security.Cryptography;
using Npgsql;

namespace CommitmentLedger.Benchmarks;

/// <summary>Inserts as most programs do them: each on a connection from a pool, which prepares by itself what it has seen before, and awaited.</summary>
internal sealed class PooledInserts(NpgsqlDataSource pool, string schema, RawRowNumbers numbers) : IRawInserts
{
    private static readonly byte[] Body = RandomNumberGenerator.GetBytes(RawSession.BodyLength);

    private readonly string _insert = RawPostgreSql.InsertInto(schema);

    public async Task InsertAsync()
    {
        await using NpgsqlCommand insert = pool.CreateCommand(_insert);
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = numbers.Next() });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Body });
        await insert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
