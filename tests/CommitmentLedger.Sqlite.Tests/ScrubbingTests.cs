using System.Text;
using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class ScrubbingTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task Bodies_go_headers_and_the_chain_stay_and_other_streams_are_untouched()
    {
        StreamAppend append = Some.Append(_stream, entries: 4);
        StreamAppend other = Some.Append(Some.Stream(tenant: Some.Bank), entries: 4, tenant: Some.Bank);
        await Store.AppendAsync([append, other], default);

        (await Store.ScrubAsync(_stream, [2, 4, 4, 77], default)).Should().Be(2);

        (await Store.HistoryAsync(_stream)).ShouldBe(append.Entries.Select(entry => entry.Version % 2 == 0 ? entry with { Body = default } : entry));
        await Store.ShouldVerifyAsync(_stream);
        (await Store.HistoryAsync(other.Stream)).ShouldBe(other.Entries);
    }

    [Fact]
    public async Task Doing_it_again_changes_nothing()
    {
        await AppendAsync(Some.Append(_stream, entries: 2));

        (await Store.ScrubAsync(_stream, [1, 2], default)).Should().Be(2);
        (await Store.ScrubAsync(_stream, [1, 2], default)).Should().Be(0);
        (await Store.ScrubAsync(Some.Stream("nobody"), [1], default)).Should().Be(0);
        (await Store.ScrubAsync(_stream, [], default)).Should().Be(0);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40_000)]
    public async Task The_bytes_are_gone_from_the_file_and_from_its_log(int length)
    {
        byte[] secret = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("four adults, room 7", 1 + (length / 19))));
        StreamAppend append = Some.Append(_stream);
        await AppendAsync(append with { Entries = [append.Entries[0] with { Body = secret, BodyHash = Digest.Of(secret) }] });
        await AppendAsync(Some.Append(Some.Stream("guest-2")));
        Holds(secret).Should().BeTrue();

        await Store.ScrubAsync(_stream, [1], default);

        Holds(secret).Should().BeFalse();
    }

    private bool Holds(byte[] secret)
    {
        // Copies are read, because opening the file itself by other means than SQLite would drop SQLite's locks on it.
        byte[] sample = secret[..19];
        return Directory.GetFiles(Folder, "ledger.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Any(file =>
        {
            using var process = System.Diagnostics.Process.Start("cp", [file, file + ".copy"]);
            process.WaitForExit();
            bool holds = System.IO.File.ReadAllBytes(file + ".copy").AsSpan().IndexOf(sample) >= 0;
            System.IO.File.Delete(file + ".copy");
            return holds;
        });
    }
}
