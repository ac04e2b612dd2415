using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class RoundTripTests : OwnSchema
{
    [SkippableFact]
    public async Task An_append_and_a_load_take_one_round_trip_each()
    {
        await using var proxy = new Proxy(new NpgsqlConnectionStringBuilder(Server).Port);
        var through = new NpgsqlConnectionStringBuilder(Server) { Host = "127.0.0.1", Port = proxy.Port, SslMode = SslMode.Disable };
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = through.ConnectionString, Schema = Schema });
        StreamKey guest = Stream("guest");
        var scope = new LoadScope([CommitmentId.New()], CommandId.New());
        for (int version = 0; version < 3; version++)
        {
            await store.AppendOneAsync(Append(guest, version, changed: Document(guest, CommitmentId.New())));
            await store.LoadAsync(guest, scope, default);
            await store.LoadAsync(guest, LoadScope.OpenOnly, default);
        }

        int before = proxy.RoundTrips;
        await store.AppendOneAsync(Append(guest, 3, entries: 3, changed: Document(guest, CommitmentId.New())));
        (proxy.RoundTrips - before).Should().Be(1, "an append is one");
        await store.AppendAsync([Append(guest, 6), Append(guest, 7), Append(Stream("other"), 0), Append(guest, 99)], default);
        (proxy.RoundTrips - before).Should().Be(2, "many appends are one");
        await store.LoadAsync(guest, LoadScope.OpenOnly, default);
        (proxy.RoundTrips - before).Should().Be(3, "a briefing's load is one");
        await store.LoadAsync(guest, scope, default);
        (proxy.RoundTrips - before).Should().Be(4, "a command's load is one");
    }
}
