using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using IoFile = System.IO.File;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>The file goes from under a store that runs: what nobody would find again is not acknowledged.</summary>
public sealed class MovedFileTests : StoreTest
{
    private readonly StreamKey _guest = Some.Stream();

    [Theory]
    [InlineData("deleted")]
    [InlineData("renamed")]
    [InlineData("replaced by a copy")]
    [InlineData("replaced by nothing")]
    [InlineData("replaced by another database")]
    [InlineData("deleted with its folder")]
    [InlineData("emptied in place")]
    [InlineData("log deleted")]
    [InlineData("log renamed")]
    [InlineData("log replaced by nothing")]
    [InlineData("log and index deleted")]
    [InlineData("log cut off")]
    [InlineData("end of the log cut off")]
    public async Task Everything_is_refused_and_the_doctor_says_so(string deed)
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest, changed: Some.Document(_guest)));
        await Store.FeedAsync();
        string kept = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        await Store.BackupToAsync(kept);

        Do(deed, kept);

        for (int again = 0; again < 2; again++)
        {
            foreach (Func<Task> call in Calls()) await call.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*deleted, renamed or replaced*Nothing was written*");
            DoctorFinding finding = (await Store.ExamineAsync(default)).Findings.Should().ContainSingle().Subject;
            (finding.Code, finding.IsDanger).Should().Be(("file_moved", true));
        }

        if (deed is "deleted" or "renamed") IoFile.Exists(File).Should().BeFalse("no new ledger is begun in its place");
        IoFile.Delete(kept);
    }

    [Fact]
    public async Task A_file_that_is_put_back_is_used_again()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        IoFile.Move(File, File + ".away");
        await Store.Awaiting(store => store.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();
        IoFile.Move(File + ".away", File);

        (await AppendAsync(Some.Append(Some.Stream("other")))).Should().Be(new AppendResult.Appended(1));
        (await Store.FeedAsync()).Should().HaveCount(2);
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_that_is_put_back_is_used_again()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        Do("log renamed", "");
        await Store.Awaiting(store => store.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();
        IoFile.Move(File + "-wal.away", File + "-wal");

        (await AppendAsync(Some.Append(Some.Stream("other")))).Should().Be(new AppendResult.Appended(1));
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_deleted_log_held_is_saved_when_the_store_is_closed()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        Do("log deleted", "");
        await Store.Awaiting(store => store.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();

        await Store.DisposeAsync();

        await using SqliteLedgerStore anew = OpenAnother();
        (await anew.FeedAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_log_that_SQLite_tidies_up_is_not_missed()
    {
        await AppendAsync(Some.Append(_guest));
        await Store.Awaiting(store => store.RunOnWriterAsync<bool>(_ => throw new InvalidOperationException("any failure")).AsTask()).Should().ThrowAsync<InvalidOperationException>();

        (await AppendAsync(Some.Append(Some.Stream("other")))).Should().Be(new AppendResult.Appended(1));
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("log deleted")]
    [InlineData("log and index deleted")]
    [InlineData("log replaced by nothing")]
    public async Task A_transaction_of_somebody_elses_whose_log_went_is_refused(string deed)
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        using var business = new ForeignTransaction(File);
        ILedgerStore within = Store.Within(business.Transaction);
        Do(deed, "");

        await within.Awaiting(store => store.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*deleted, renamed or replaced*");
    }

    [Fact]
    public async Task A_store_that_is_made_anew_takes_what_stands_there()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        Do("deleted", "");
        await using SqliteLedgerStore anew = OpenAnother();

        (await anew.AppendAsync([Some.Append(_guest)], default)).Should().Equal(new AppendResult.Appended(1));
        await Store.Awaiting(store => store.AppendAsync([Some.Append(_guest)], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();
    }

    [Fact]
    public async Task A_failure_between_does_not_make_the_store_take_another_file_for_its_own()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        await Store.Awaiting(store => store.RunOnWriterAsync<bool>(_ => throw new InvalidOperationException("any failure")).AsTask()).Should().ThrowAsync<InvalidOperationException>();
        Do("deleted", "");

        await Store.Awaiting(store => store.AppendAsync([Some.Append(_guest)], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*deleted, renamed or replaced*");
        IoFile.Exists(File).Should().BeFalse();
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("folder above, relative")]
    [InlineData("file")]
    public async Task A_link_on_the_way_that_leads_elsewhere_since_is_refused_and_taken_again_when_it_leads_back(string which)
    {
        SkipOnWindows();
        string[] places = [Path.Combine(Folder, "v1", "data"), Path.Combine(Folder, "v2", "data")];
        foreach (string place in places) Directory.CreateDirectory(place);
        string link = Path.Combine(Folder, "current");
        string path = which switch
        {
            "file" => link,
            "folder above, relative" => Path.Combine(link, "data", "ledger.db"),
            _ => Path.Combine(link, "ledger.db"),
        };
        void Lead(int to)
        {
            if (Path.Exists(link) || new FileInfo(link).LinkTarget is not null) IoFile.Delete(link);
            if (which == "file") IoFile.CreateSymbolicLink(link, Path.Combine(places[to], "ledger.db"));
            else Directory.CreateSymbolicLink(link, which == "folder above, relative" ? $"v{to + 1}" : places[to]);
        }

        Lead(0);
        await using var store = new SqliteLedgerStore(path);
        (await store.AppendAsync([Some.Append(_guest)], default)).Should().Equal(new AppendResult.Appended(1));
        Lead(1);
        for (int again = 0; again < 2; again++)
        {
            await store.Awaiting(it => it.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*leads elsewhere*Nothing was written*");
            await store.Awaiting(it => it.LoadAsync(_guest, LoadScope.OpenOnly, default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>();
            (await store.ExamineAsync(default)).Findings.Should().ContainSingle().Which.Code.Should().Be("file_moved");
            IoFile.Exists(Path.Combine(places[1], "ledger.db")).Should().BeFalse("no new ledger is begun there");
        }

        Lead(0);
        (await store.AppendAsync([Some.Append(Some.Stream("other"))], default)).Should().Equal(new AppendResult.Appended(1));
        (await store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_that_somebody_emptied_into_the_file_is_not_missed()
    {
        for (int append = 0; append < 5; append++) await AppendAsync(Some.Append(Some.Stream($"before {append}")));
        ForeignTransaction.Execute(File, "PRAGMA wal_checkpoint(TRUNCATE)");
        new FileInfo(File + "-wal").Length.Should().Be(0, "else nothing is tried");

        for (int append = 0; append < 3; append++) (await AppendAsync(Some.Append(Some.Stream($"after {append}")))).Should().Be(new AppendResult.Appended(1));

        (await Store.FeedAsync()).Should().HaveCount(8);
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_goes_while_a_write_is_under_way_takes_nothing_with_it()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        await Store.Awaiting(store => store.ImportAsync(Streams(), progress: null, default)).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*deleted, renamed or replaced*");

        async IAsyncEnumerable<StreamAppend> Streams()
        {
            yield return Some.Append(Some.Stream("imported"));
            await Task.Yield();
            Do("renamed", "");
        }
    }

    [Fact]
    public async Task A_transaction_of_somebody_elses_on_a_file_that_went_is_refused()
    {
        SkipOnWindows();
        await AppendAsync(Some.Append(_guest));
        using var business = new ForeignTransaction(File);
        ILedgerStore within = Store.Within(business.Transaction);
        IoFile.Move(File, File + ".away");

        await within.Awaiting(store => store.AppendAsync([Some.Append(Some.Stream("other"))], default).AsTask()).Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*deleted, renamed or replaced*");
    }

    private static void SkipOnWindows()
    {
        // There a file that is open cannot be taken away.
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Run this where files can be taken away while they are open.");
    }

    private void Do(string deed, string copy)
    {
        switch (deed)
        {
            case "deleted with its folder": Directory.Delete(Folder, recursive: true); return;
            case "emptied in place": Empty(); return;
            case "log cut off": CutLog(0); return;
            case "end of the log cut off": CutLog(new FileInfo(File + "-wal").Length - 1); return;
            case "log deleted": IoFile.Delete(File + "-wal"); return;
            case "log renamed": IoFile.Move(File + "-wal", File + "-wal.away"); return;
            case "log and index deleted": IoFile.Delete(File + "-wal"); IoFile.Delete(File + "-shm"); return;
            case "log replaced by nothing":
                // The old one is kept, so that the new one is not given its number by the file system.
                IoFile.Move(File + "-wal", File + "-wal.away");
                IoFile.WriteAllText(File + "-wal", "");
                return;
            default: break;
        }

        IoFile.Move(File, File + ".away");
        if (deed != "renamed") IoFile.Delete(File + ".away");
        foreach (string beside in (string[])["-wal", "-shm"]) if (deed != "renamed") IoFile.Delete(File + beside);
        if (deed == "replaced by a copy") IoFile.Copy(copy, File);
        if (deed == "replaced by nothing") IoFile.WriteAllText(File, "");
        if (deed == "replaced by another database") ForeignTransaction.Execute(File, "CREATE TABLE theirs (number)");
    }

    private void CutLog(long length)
    {
        using var log = new FileStream(File + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        log.SetLength(length);
    }

    private void Empty()
    {
        using var file = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
    }

    private IEnumerable<Func<Task>> Calls() =>
    [
        () => AppendAsync(Some.Append(Some.Stream("other"))),
        () => Store.LoadAsync(_guest, LoadScope.OpenOnly, default).AsTask(),
        () => Store.HistoryAsync(_guest),
        () => Store.FeedAsync(),
        async () => await Store.FindAsync(new CommitmentQuery.OwnedBy(TenantKey.For(TenantId.Of("hotel")), "x"), default).GetAsyncEnumerator().MoveNextAsync(),
        () => Store.ScrubAsync(_guest, [1], default),
        () => Store.ReplaceDocumentsAsync(new StreamDocuments(_guest, 1, default, []), default),
        () => Store.BackupToAsync(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.copy")),
    ];
}
