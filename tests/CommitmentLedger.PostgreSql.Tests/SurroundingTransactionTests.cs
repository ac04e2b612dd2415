using System.Transactions;
using CommitmentLedger.Storage;
using Npgsql;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>A <see cref="TransactionScope"/> that happens to be around is nothing to the ledger: only <see cref="ITransactionalStore.Within"/> joins a transaction.</summary>
public class SurroundingTransactionTests : OwnSchema
{
    private readonly StreamKey _guest = Stream("guest");

    [SkippableTheory]
    [InlineData(false, "", true)]
    [InlineData(false, "Enlist=true", true)]
    [InlineData(false, "Enlist=true;Pooling=false", true)]
    [InlineData(true, "Enlist=true", true)]
    [InlineData(true, "Enlist=true", false)]
    [InlineData(true, "Enlist=true;Pooling=false", true)]
    public async Task What_is_acknowledged_inside_one_that_is_given_up_stands(bool isGiven, string more, bool flows)
    {
        string schema = $"{Schema}_scope";
        await ExecuteAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE");
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};{more}");
        await using var store = new PostgreSqlLedgerStore(isGiven
            ? new PostgreSqlLedgerOptions { DataSource = given, Schema = schema }
            : new PostgreSqlLedgerOptions { ConnectionString = $"{Server};{more}", Schema = schema });
        Task<IReadOnlyList<AppendResult>> appending;
        using (new TransactionScope(flows ? TransactionScopeAsyncFlowOption.Enabled : TransactionScopeAsyncFlowOption.Suppress))
        {
            appending = store.AppendAsync([Append(_guest, 0)], default).AsTask();
            if (flows)
            {
                await appending;
                (await store.AppendOneAsync(Append(_guest, 1))).Should().Be(new AppendResult.Appended(2));
                (await store.LoadAsync(_guest, LoadScope.OpenOnly, default))!.Version.Should().Be(2);
                (await store.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(2);
                (await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync()).Should().HaveCount(2, "the scope holds nothing back");
                (await store.ScrubAsync(_guest, [1], default)).Should().Be(1);
                await store.ImportAsync(((StreamAppend[])[Append(Stream("other"), 0)]).ToAsync(), progress: null, default);
                (await store.ExamineAsync(default)).Findings.Should().NotContain(finding => finding.IsDanger && finding.Code != "fsync_off");
            }
        }

        Transaction.Current.Should().BeNull("nothing of the scope is left behind on the caller's thread");
        (await appending)[0].Should().Be(new AppendResult.Appended(1));
        await using PostgreSqlLedgerStore another = NewStore(schema: schema);
        (await another.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(flows ? 2 : 1);
        await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_one_that_is_completed_nor_one_that_was_aborted_is_in_the_way(bool isAborted)
    {
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};Enlist=true");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given, Schema = Schema });
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            if (isAborted) Transaction.Current!.Rollback();
            else scope.Complete();
            (await store.AppendOneAsync(Append(_guest, 0))).Should().Be(new AppendResult.Appended(1));
            (await store.LoadAsync(_guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
        }

        (await Store.ReadHistoryAsync(_guest, 0, default).AllAsync()).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task A_promise_inside_one_that_is_given_up_is_kept_and_so_are_those_of_others_at_the_same_time()
    {
        await using NpgsqlDataSource given = NpgsqlDataSource.Create($"{Server};Enlist=true");
        await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { DataSource = given, Schema = Schema });
        await using var ledger = new Ledger(store);
        ActingLedger membership = ledger.ActingAs(new Actor(Team.Of("membership"), Channel.Phone));
        CustomerId[] guests = [.. Enumerable.Range(0, 40).Select(number => CustomerId.Of($"guest {number}"))];
        await Task.WhenAll(guests.Select((guest, number) => Task.Run(async () =>
        {
            using TransactionScope? scope = number % 2 == 0 ? new TransactionScope(TransactionScopeAsyncFlowOption.Enabled) : null;
            await membership.For(guest).DoAsync(new MakePromise(CommitmentId.New(), new Promise { Words = Words.Verbatim("We call back.") }) { AlreadySpoken = true });
            await membership.For(guest).BriefAsync(new Occasion("call"));
        })));
        await ledger.FlushAsync();

        foreach (CustomerId guest in guests)
        {
            var types = new List<Type>();
            await foreach (Entry entry in ledger.ReadHistoryAsync(guest)) types.Add(entry.Event.GetType());
            types.Should().Equal(typeof(Promised), typeof(Briefed));
        }
    }

    [SkippableFact]
    public async Task Within_a_transaction_is_still_the_way_to_join_it()
    {
        using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await using NpgsqlConnection connection = await Raw.OpenConnectionAsync();
        await using (NpgsqlTransaction transaction = await connection.BeginTransactionAsync())
            (await Store.Within(transaction).AppendOneAsync(Append(_guest, 0))).Should().Be(new AppendResult.Appended(1));

        (await Store.LoadAsync(_guest, LoadScope.OpenOnly, default)).Should().BeNull();
    }
}
