using System.Data;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class WithinTests : OwnSchema
{
    [SkippableFact]
    public async Task What_is_appended_within_a_transaction_stands_and_falls_with_it()
    {
        StreamKey guest = Stream("guest");
        foreach (bool commits in (bool[])[false, true])
        {
            await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
            ILedgerStore within = Store.Within(transaction);
            StreamAppend append = Append(guest, 0, changed: Document(guest, CommitmentId.New(), keys: "HX-1"));
            (await within.AppendOneAsync(append)).Should().Be(new AppendResult.Appended(1));
            (await within.AppendOneAsync(append)).Should().Be(new AppendResult.Replayed(1, 1), "it sees what it wrote");
            (await within.LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
            (await Store.LoadAsync(guest, LoadScope.OpenOnly, default)).Should().BeNull("nobody else sees it");
            if (commits) await transaction.CommitAsync();
            else await transaction.RollbackAsync();
        }

        (await Store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
        (await Store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task A_transaction_that_sees_an_old_state_is_told_that_nothing_was_written()
    {
        StreamKey guest = Stream("guest");
        await Store.AppendOneAsync(Append(guest, 0));
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction old = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        (await Store.Within(old).LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
        await Store.AppendOneAsync(Append(guest, 1));

        Func<Task> append = async () => await Store.Within(old).AppendOneAsync(Append(guest, 1));

        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*Another transaction*");
        await append.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*roll it back*");
    }

    [SkippableFact]
    public async Task A_connection_that_breaks_within_a_transaction_has_written_nothing()
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync($"SELECT pg_terminate_backend({connection.ProcessID})");
        Func<Task> append = async () => await Store.Within(transaction).AppendOneAsync(Append(Stream("guest"), 0));
        await append.Should().ThrowAsync<LedgerUnavailableException>();
    }

    [SkippableTheory]
    [InlineData("committed")]
    [InlineData("rolled back")]
    [InlineData("disposed")]
    [InlineData("closed")]
    [InlineData("committed by a statement")]
    [InlineData("rolled back by a statement")]
    public async Task A_transaction_that_has_ended_is_refused_before_anything_is_written(string how)
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        NpgsqlTransaction ended = await connection.BeginTransactionAsync();
        ILedgerStore within = Store.Within(ended);
        await EndAsync(connection, ended, how);

        Action join = () => Store.Within(ended);
        Func<Task> append = async () => await within.AppendOneAsync(Append(Stream("guest"), 0));

        join.Should().Throw<ArgumentException>().WithMessage("*has ended*Begin another and call Within*");
        await append.Should().ThrowAsync<InvalidOperationException>().WithMessage("*has ended. Nothing was written; begin another*");
        (await Store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default)).Should().BeNull();
    }

    [SkippableFact]
    public void A_transaction_of_another_provider_is_refused()
    {
        using var foreign = new OtherTransaction();
        PostgreSqlLedgerStore store = Store;

        store.Invoking(it => it.Within(foreign)).Should().Throw<ArgumentException>().WithMessage("*is of type OtherTransaction*not one of Npgsql*Begin one*");
        store.Invoking(it => it.Within(null!)).Should().Throw<ArgumentNullException>();
    }

    [SkippableFact]
    public async Task A_transaction_on_another_database_is_refused()
    {
        await using NpgsqlConnection connection = await ConnectAsync(port: null, database: "template1");
        await using NpgsqlTransaction foreign = await connection.BeginTransactionAsync();

        Store.Invoking(store => store.Within(foreign)).Should().Throw<ArgumentException>().WithMessage("*another database*Begin one on a connection*'postgres' on *");
    }

    [SkippableFact]
    public async Task A_transaction_that_came_another_way_is_welcome_on_the_same_database_and_refused_at_its_first_use_on_another()
    {
        await using var way = new Proxy(new NpgsqlConnectionStringBuilder(Server).Port);
        await using NpgsqlConnection here = await ConnectAsync(way.Port, database: null);
        await using NpgsqlTransaction own = await here.BeginTransactionAsync();
        await using NpgsqlConnection there = await ConnectAsync(way.Port, "template1");
        await using NpgsqlTransaction foreign = await there.BeginTransactionAsync();

        Func<Task> append = async () => await Store.Within(foreign).AppendOneAsync(Append(Stream("guest"), 0));

        await append.Should().ThrowAsync<ArgumentException>().WithMessage("*another database*");
        (await Store.Within(own).AppendOneAsync(Append(Stream("guest"), 0))).Should().Be(new AppendResult.Appended(1));
        await own.CommitAsync();
        (await Store.LoadAsync(Stream("guest"), LoadScope.OpenOnly, default))!.Version.Should().Be(1);
    }

    private static async Task EndAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string how)
    {
        if (how == "committed") await transaction.CommitAsync();
        else if (how == "rolled back") await transaction.RollbackAsync();
        else if (how == "disposed") await transaction.DisposeAsync();
        else if (how == "closed") await connection.CloseAsync();
        else
        {
            await using var end = new NpgsqlCommand(how.StartsWith("committed", StringComparison.Ordinal) ? "COMMIT" : "ROLLBACK", connection);
            await end.ExecuteNonQueryAsync();
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(int? port, string? database)
    {
        var text = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        if (port is { } given) (text.Host, text.Port, text.SslMode) = ("127.0.0.1", given, SslMode.Disable);
        text.Database = database ?? text.Database;
        var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
