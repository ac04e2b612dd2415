using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Loads that wait for others are asked for together, and each caller gets his own stream, error or patience.</summary>
public class LoadQueueTests : OwnSchema
{
    private const int Callers = 100;

    [SkippableFact]
    public async Task What_waits_is_loaded_together_and_each_caller_gets_his_own()
    {
        (StreamAppend[] written, CommitmentDocument[] closed) = await WriteAsync();
        await using var proxy = new Proxy(new NpgsqlConnectionStringBuilder(Server).Port);
        await using PostgreSqlLedgerStore store = Through(proxy);
        await store.LoadAsync(Stream("nobody"), LoadScope.OpenOnly, default);
        int before = proxy.RoundTrips;

        Task<StoredStream?>[] loads = [];
        await HoldingAsync(() => loads = [.. Enumerable.Range(0, Callers).Select(number => store.LoadAsync(Stream($"guest {number}"), Scope(number), default).AsTask())]);
        StoredStream?[] streams = await Task.WhenAll(loads);

        (proxy.RoundTrips - before).Should().BeLessThan(10, "two ask at once, and the others together when the two have their answers");
        for (int number = 0; number < Callers; number++)
        {
            if (number % 5 == 4)
            {
                streams[number].Should().BeNull("nobody has written to guest {0}", number);
                continue;
            }

            StoredStream stream = streams[number]!;
            stream.Version.Should().Be(1);
            stream.Record.ToArray().Should().Equal(written[number].Record.ToArray());
            stream.Head.Should().Be(written[number].Head);
            stream.Commitments.Select(document => document.Commitment.ToGuid()).Should().BeEquivalentTo(
                written[number].Changed.Where(document => document.IsOpen || number % 5 == 1).Select(document => document.Commitment.ToGuid()));
            (stream.Command is not null).Should().Be(number % 5 is 1 or 2);
        }

        LoadScope Scope(int number) => (number % 5) switch
        {
            0 => LoadScope.OpenOnly,
            1 => new LoadScope([CommitmentId.New(), closed[number].Commitment], written[number].Command),
            2 => new LoadScope([], written[number].Command),
            3 => new LoadScope([closed[(number + 5) % Callers].Commitment], CommandId.New()),
            _ => new LoadScope([closed[number].Commitment], written[number].Command),
        };
    }

    [SkippableFact]
    public async Task Two_callers_of_one_stream_each_get_what_they_asked_for()
    {
        (StreamAppend[] written, CommitmentDocument[] closed) = await WriteAsync();
        StreamKey guest = Stream("guest 0");

        Task<StoredStream?>[] loads = [];
        await HoldingAsync(() => loads =
        [
            .. Enumerable.Range(0, 10).Select(number => Store.LoadAsync(
                guest, number % 2 == 0 ? new LoadScope([closed[0].Commitment], written[0].Command) : LoadScope.OpenOnly, default).AsTask()),
        ]);

        StoredStream?[] streams = await Task.WhenAll(loads);
        streams.Select(stream => (stream!.Commitments.Count, stream.Command is null)).Should().Equal(Enumerable.Range(0, 10).Select(number => number % 2 == 0 ? (2, false) : (1, true)));
    }

    [SkippableFact]
    public async Task Who_gives_up_waits_no_longer_and_the_others_are_served()
    {
        await WriteAsync();
        using var impatience = new CancellationTokenSource();
        Task<StoredStream?>[] loads = [];
        await HoldingAsync(async () =>
        {
            loads = [.. Enumerable.Range(0, 20).Select(number => Store.LoadAsync(Stream($"guest {5 * number}"), LoadScope.OpenOnly, number % 2 == 1 ? impatience.Token : default).AsTask())];
            await impatience.CancelAsync();
            foreach (Task<StoredStream?> load in loads.Where((_, number) => number > 1 && number % 2 == 1))
                await FluentActions.Awaiting(() => load).Should().ThrowAsync<OperationCanceledException>();
        });

        foreach (Task<StoredStream?> load in loads.Where((_, number) => number % 2 == 0)) (await load).Should().NotBeNull();
    }

    [SkippableFact]
    public async Task A_row_that_cannot_be_read_is_the_trouble_of_its_own_caller_alone()
    {
        await WriteAsync();
        await ExecuteAsync($"UPDATE {Schema}.head SET hash = '\\x00' WHERE stream = '{ColumnValues.Of(Stream("guest 5"))}'");
        Task<StoredStream?>[] loads = [];
        await HoldingAsync(() => loads = [.. Enumerable.Range(0, 20).Select(number => Store.LoadAsync(Stream($"guest {number}"), LoadScope.OpenOnly, default).AsTask())]);

        for (int number = 0; number < loads.Length; number++)
        {
            if (number == 5) await FluentActions.Awaiting(() => loads[5]).Should().ThrowAsync<ArgumentException>();
            else (await loads[number] is null).Should().Be(number % 5 == 4);
        }
    }

    [SkippableFact]
    public async Task A_server_that_cannot_answer_is_everybodys_trouble_and_the_next_load_works()
    {
        await WriteAsync();
        Task<StoredStream?>[] loads = [];
        await using (NpgsqlConnection connection = await Raw.OpenConnectionAsync())
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            await RunAsync(connection, $"ALTER TABLE {Schema}.head RENAME TO hidden");
            loads = [.. Enumerable.Range(0, 20).Select(number => Store.LoadAsync(Stream($"guest {5 * number}"), LoadScope.OpenOnly, default).AsTask())];
            await transaction.CommitAsync();
        }

        foreach (Task<StoredStream?> load in loads) await FluentActions.Awaiting(() => load).Should().ThrowAsync<LedgerUnavailableException>();
        await ExecuteAsync($"ALTER TABLE {Schema}.hidden RENAME TO head");
        (await Store.LoadAsync(Stream("guest 0"), LoadScope.OpenOnly, default)).Should().NotBeNull();
    }

    /// <summary>A hundred guests, each fifth of whom nobody knows; the others have an open and a closed commitment.</summary>
    private async Task<(StreamAppend[] Written, CommitmentDocument[] Closed)> WriteAsync()
    {
        StreamKey[] streams = [.. Enumerable.Range(0, Callers).Select(number => Stream($"guest {number}"))];
        CommitmentDocument[] closed = [.. streams.Select(stream => Document(stream, CommitmentId.New(), isOpen: false, due: Noon))];
        StreamAppend[] written = [.. streams.Select((stream, number) => Append(stream, 0, words: $"guest {number}", changed: [Document(stream, CommitmentId.New()), closed[number]]))];
        (await Store.AppendAsync([.. written.Where((_, number) => number % 5 != 4)], default)).Should().AllBeOfType<AppendResult.Appended>();
        return (written, closed);
    }

    /// <summary>Does something while no load gets through to the table.</summary>
    private async Task HoldingAsync(Func<Task> work)
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await RunAsync(connection, $"LOCK TABLE {Schema}.head IN ACCESS EXCLUSIVE MODE");
        await work();
        await transaction.CommitAsync();
    }

    private Task HoldingAsync(Action work) => HoldingAsync(() =>
    {
        work();
        return Task.CompletedTask;
    });

    private static async Task RunAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private PostgreSqlLedgerStore Through(Proxy proxy) => new(new PostgreSqlLedgerOptions
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Host = "127.0.0.1", Port = proxy.Port, SslMode = SslMode.Disable }.ConnectionString,
        Schema = Schema,
    });
}
