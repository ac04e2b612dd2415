using System.Data;
using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class AmbientTests : OwnSchema
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

    [SkippableFact]
    public async Task An_ended_transaction_and_one_elsewhere_are_mistakes()
    {
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        NpgsqlTransaction ended = await connection.BeginTransactionAsync();
        ILedgerStore within = Store.Within(ended);
        await ended.CommitAsync();
        Func<Task> late = async () => await within.AppendOneAsync(Append(Stream("guest"), 0));
        await late.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*has ended*");
        Action again = () => Store.Within(ended);
        again.Should().Throw<ArgumentException>();

        await using NpgsqlDataSource elsewhere = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = "template1", Pooling = false }.ConnectionString);
        await using NpgsqlConnection other = await elsewhere.OpenConnectionAsync();
        await using NpgsqlTransaction foreign = await other.BeginTransactionAsync();
        Action wrong = () => Store.Within(foreign);
        wrong.Should().Throw<ArgumentException>();
    }
}
