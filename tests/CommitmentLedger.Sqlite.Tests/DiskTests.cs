using System.Diagnostics;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using Xunit.Abstractions;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>Disks that are full or read-only: a small disk in memory where this process may mount one, and what else binds it elsewhere.</summary>
public sealed class DiskTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();

    [SkippableFact]
    public async Task On_a_full_disk_nothing_is_written_nothing_is_lost_and_room_helps()
    {
        using var disk = Mount.Memory(_folder.Path, megabytes: 4);
        Skip.If(disk is null, "This needs to mount a small disk, which only root on Linux may do. The next test does the same by a limit on the file's size.");
        output.WriteLine("A tmpfs of 4 MiB is the full disk.");
        string ballast = Path.Combine(_folder.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1024 * 1024]);
        await using var store = new SqliteLedgerStore(_folder.File());

        StreamAppend refused = await FillAsync(store);

        File.Delete(ballast);
        (await store.AppendAsync([refused], default)).Should().Equal(new AppendResult.Appended(refused.Entries.Count));
        await store.ShouldVerifyAsync(refused.Stream);
        (await store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_may_not_grow_is_like_a_full_disk()
    {
        await using var store = new SqliteLedgerStore(_folder.File());
        await store.RunOnWriterAsync(connection => connection.QueryNumber("PRAGMA max_page_count = 200"));

        StreamAppend refused = await FillAsync(store);

        // The limit belonged to the connection that failed; the next one has none.
        (await store.AppendAsync([refused], default)).Should().Equal(new AppendResult.Appended(refused.Entries.Count));
    }

    [SkippableFact]
    public async Task A_read_only_file_is_refused_until_it_may_be_written_again()
    {
        await using (var store = new SqliteLedgerStore(_folder.File())) await store.AppendAsync([Some.Append(Some.Stream())], default);
        using var readOnly = Mount.ReadOnly(_folder.Path);
        if (readOnly is null && !OperatingSystem.IsWindows() && Environment.UserName != "root")
            File.SetUnixFileMode(_folder.File(), UnixFileMode.UserRead);
        else
            Skip.If(readOnly is null, "Neither can this process mount a folder read-only, nor do permissions of files bind it.");
        output.WriteLine(readOnly is null ? "The file has no permission to write." : "The folder is mounted read-only.");
        await using var again = new SqliteLedgerStore(_folder.File());

        await FluentActions.Awaiting(() => again.AppendAsync([Some.Append(Some.Stream("x"))], default).AsTask())
            .Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*read-only*");
        await FluentActions.Awaiting(() => again.FeedAsync()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*read-only*");

        readOnly?.Dispose();
        if (readOnly is null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.File(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await again.AppendAsync([Some.Append(Some.Stream("x"))], default)).Should().Equal(new AppendResult.Appended(1));
        (await again.FeedAsync()).Should().HaveCount(2, "the store goes on by itself once it may write");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Appends until one is refused, checks that it was refused wholly, and gives it.</summary>
    private static async Task<StreamAppend> FillAsync(SqliteLedgerStore store)
    {
        var accepted = new List<StreamAppend>();
        while (true)
        {
            StreamAppend append = Some.Append(Some.Stream($"guest-{accepted.Count}"), entries: 20);
            append = append with { Record = new byte[20_000] };
            try
            {
                await store.AppendAsync([append], default);
                accepted.Add(append);
            }
            catch (LedgerUnavailableException problem)
            {
                problem.Message.Should().Contain("full");
                (await store.LoadAsync(append.Stream, LoadScope.OpenOnly, default)).Should().BeNull();
                (await store.FeedAsync()).Should().HaveCount(accepted.Count * 20);
                foreach (StreamAppend earlier in accepted) await store.ShouldVerifyAsync(earlier.Stream);
                return append;
            }
        }
    }

    /// <summary>A folder mounted over, as long as it is not disposed.</summary>
    private sealed class Mount : IDisposable
    {
        private readonly string _folder;

        private Mount(string folder) => _folder = folder;

        public static Mount? Memory(string folder, int megabytes) =>
            Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) ? new Mount(folder) : null;

        public static Mount? ReadOnly(string folder)
        {
            if (!Run("mount", "--bind", folder, folder)) return null;
            var mount = new Mount(folder);
            if (Run("mount", "-o", "remount,ro,bind", folder)) return mount;
            mount.Dispose();
            return null;
        }

        public void Dispose() => Run("umount", "-l", _folder);

        private static bool Run(string command, params string[] arguments)
        {
            if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return false;
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
