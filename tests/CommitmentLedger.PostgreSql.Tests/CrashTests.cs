using System.Collections.Concurrent;
using CommitmentLedger.Storage;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>What goes wrong with the server itself. Each test has a server of its own, which keeps its promises to the disk.</summary>
[Collection(nameof(CrashTests))]
public class CrashTests
{
    private const int Writers = 6;
    private const int EnoughEntries = 150;

    [SkippableTheory]
    [InlineData("kill -9")]
    [InlineData("immediate")]
    public async Task A_server_that_dies_under_load_loses_nothing_acknowledged_and_halves_nothing(string how)
    {
        await using TestServer server = await Servers.OwnAsync(isDurable: true);
        await using var store = new PostgreSqlLedgerStore(server.ConnectionString);
        var acknowledged = new ConcurrentDictionary<StreamKey, long>();
        var unknown = new ConcurrentBag<StreamAppend>();
        using var done = new CancellationTokenSource();
        Task[] writers = [.. Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, Stream($"guest {writer}"), acknowledged, unknown, done.Token)))];
        while (acknowledged.Values.Sum() < EnoughEntries) await Task.Delay(5);

        if (how == "immediate") await server.StopAsync("immediate");
        else await server.KillAsync();
        await done.CancelAsync();
        await Task.WhenAll(writers);
        await server.StartAgainAsync();

        foreach ((StreamKey stream, long version) in acknowledged)
        {
            List<StoredEntry> entries = await store.ReadHistoryAsync(stream, 0, default).AllAsync();
            entries.Count.Should().BeGreaterThanOrEqualTo((int)version, "what was acknowledged is there");
            entries.Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number));
            entries.GroupBy(entry => entry.Command).Should().OnlyContain(batch => batch.Count() == 3, "a batch is there wholly or not at all");
            StoredStream stored = (await store.LoadAsync(stream, LoadScope.OpenOnly, default))!;
            stored.Version.Should().Be(entries.Count);
            stored.Head.Should().Be(EntryChain.Link(default, stored.Identity.Id, entries)[^1].Head);
            stored.Commitments.Should().HaveCount(entries.Count / 3);
        }

        foreach (StreamAppend append in unknown)
        {
            AppendResult repeated = await store.AppendOneAsync(append);
            repeated.Should().Match(result => result is AppendResult.Replayed || result is AppendResult.Appended);
        }

        (await store.ExamineAsync(default)).IsHealthy.Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_server_that_restarts_is_unavailable_meanwhile_and_used_again_afterwards()
    {
        await using TestServer server = await Servers.OwnAsync();
        await using var store = new PostgreSqlLedgerStore(server.ConnectionString);
        StreamKey guest = Stream("guest");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => store.AppendOneAsync(Append(Stream($"{number}"), 0))));
        await store.AppendOneAsync(Append(guest, 0));

        await server.StopAsync("fast");
        Func<Task> load = async () => await store.LoadAsync(guest, LoadScope.OpenOnly, default);
        await load.Should().ThrowAsync<LedgerUnavailableException>();
        Func<Task> append = async () => await store.AppendOneAsync(Append(guest, 1));
        await append.Should().ThrowAsync<LedgerUnavailableException>();
        await server.StartAgainAsync();

        (await store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(1);
        (await store.AppendOneAsync(Append(guest, 1))).Should().Be(new AppendResult.Appended(2));
    }

    [SkippableFact]
    public async Task Writers_who_repeat_what_is_unknown_write_each_command_once_however_often_the_server_dies()
    {
        const int Commands = 40;
        await using TestServer server = await Servers.OwnAsync(isDurable: true);
        await using var store = new PostgreSqlLedgerStore(server.ConnectionString);
        StreamKey[] streams = [.. Enumerable.Range(0, Writers).Select(writer => Stream($"guest {writer}"))];
        int written = 0;
        Task[] writers = [.. streams.Select(stream => Task.Run(() => PersistAsync(store, stream, Commands, () => Interlocked.Increment(ref written))))];

        foreach (string how in (string[])["immediate", "fast", "immediate"])
        {
            int before = Volatile.Read(ref written);
            while (Volatile.Read(ref written) < before + Writers && !Task.WhenAll(writers).IsCompleted) await Task.Delay(5);
            await server.StopAsync(how);
            await server.StartAgainAsync();
        }

        await Task.WhenAll(writers);
        List<FeedEntry> feed = await store.ReadFeedAsync(FeedCursor.Beginning, default).AllAsync();
        feed.Should().HaveCount(Writers * Commands * 3);
        foreach (StreamKey stream in streams)
        {
            List<StoredEntry> entries = await store.ReadHistoryAsync(stream, 0, default).AllAsync();
            entries.Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, Commands * 3).Select(number => (long)number));
            entries.GroupBy(entry => entry.Command).Should().HaveCount(Commands);
            (await store.LoadAsync(stream, LoadScope.OpenOnly, default))!.Head.Should().Be(entries.Aggregate(default(Digest), (head, entry) => EntryChain.Next(head, TestData.Identity(stream).Id, entry)));
        }
    }

    [SkippableFact]
    public async Task A_full_disk_is_definite_and_forgotten_once_there_is_room()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root on Linux may mount a small disk.");
        Servers.SkipWithoutBinaries();
        string folder = Directory.CreateTempSubdirectory("commitment-ledger-full-").FullName;
        string log = Directory.CreateTempSubdirectory("commitment-ledger-wal-").FullName;
        await Shell.RunAsync(asServer: false, "mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", folder);
        try
        {
            await Shell.GiveToServerAsync(log);
            await using TestServer server = await Servers.OwnAsync(isDurable: false, Directory.CreateDirectory(Path.Combine(folder, "server")).FullName, log);
            await using var store = new PostgreSqlLedgerStore(server.ConnectionString);
            byte[] body = new byte[200_000];
            System.Security.Cryptography.RandomNumberGenerator.Fill(body);
            StreamKey guest = Stream("guest");
            long version = 0;
            await store.AppendOneAsync(Append(guest, version++));
            string ballast = Path.Combine(folder, "ballast");
            await Shell.RunAsync(asServer: false, "sh", "-c", $"cat /dev/zero > {ballast} 2>/dev/null || true");

            Func<Task> fill = async () =>
            {
                for (int attempt = 0; attempt < 100; attempt++)
                {
                    StreamAppend big = Append(guest, version) with { Record = body };
                    (await store.AppendOneAsync(big with { Entries = [big.Entries[0] with { Body = body }] })).Should().Be(new AppendResult.Appended(version + 1));
                    version++;
                }
            };
            await fill.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*disk*full*");

            File.Delete(ballast);
            (await store.LoadAsync(guest, LoadScope.OpenOnly, default))!.Version.Should().Be(version);
            (await store.AppendOneAsync(Append(guest, version))).Should().Be(new AppendResult.Appended(version + 1));
        }
        finally
        {
            await Shell.RunAsync(asServer: false, "sh", "-c", $"umount {folder}; rm -rf {folder} {log}");
        }
    }

    /// <summary>Writes so many commands one after the other, each until it is known to be written.</summary>
    private static async Task PersistAsync(PostgreSqlLedgerStore store, StreamKey stream, int commands, Action written)
    {
        Digest head = default;
        for (int number = 0; number < commands; number++)
        {
            StreamAppend append = Append(stream, 3 * number, entries: 3, head: head);
            while (!await IsWrittenAsync(store, append)) await Task.Delay(10);
            head = append.Head;
            written();
        }
    }

    private static async Task<bool> IsWrittenAsync(PostgreSqlLedgerStore store, StreamAppend append)
    {
        try
        {
            return await store.AppendOneAsync(append) is AppendResult.Appended or AppendResult.Replayed
                ? true
                : throw new InvalidOperationException("Nobody else writes to this stream.");
        }
        catch (Exception problem) when (problem is LedgerUnavailableException or LedgerOutcomeUnknownException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(
        PostgreSqlLedgerStore store, StreamKey stream, ConcurrentDictionary<StreamKey, long> acknowledged, ConcurrentBag<StreamAppend> unknown, CancellationToken done)
    {
        (long version, Digest head) = (0, default);
        while (!done.IsCancellationRequested)
        {
            StreamAppend append = Append(stream, version, entries: 3, head: head, changed: Document(stream, CommitmentId.New(), due: Noon));
            try
            {
                if (await store.AppendOneAsync(append) is not AppendResult.Appended appended) return;
                (version, head) = (appended.Version, append.Head);
                acknowledged[stream] = version;
            }
            catch (LedgerOutcomeUnknownException)
            {
                unknown.Add(append);
                return;
            }
            catch (LedgerUnavailableException)
            {
                return;
            }
        }
    }
}
