using CommitmentLedger.Storage;
using WritingAStore;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The sample's file: an unfinished end is cut off, and nothing else ever is.</summary>
public sealed class SampleFileTests : IDisposable
{
    private const int Appends = 4;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"sample-{Guid.NewGuid():N}.ledger");

    private readonly List<long> _ends = [];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_flipped_bit_anywhere_refuses_to_open_and_cuts_nothing()
    {
        byte[] whole = await WriteAsync();
        for (int place = 0; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            await File.WriteAllBytesAsync(_path, damaged);

            Func<Task> open = () => FileLedgerStore.OpenAsync(_path);

            await open.Should().ThrowAsync<LedgerUnavailableException>($"byte {place} is damaged");
            (await File.ReadAllBytesAsync(_path)).Should().Equal(damaged);
        }
    }

    [Fact]
    public async Task An_unfinished_end_of_any_length_is_cut_off_and_the_rest_is_there()
    {
        byte[] whole = await WriteAsync();
        for (int length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            using FileLedgerStore store = await FileLedgerStore.OpenAsync(_path);

            int entries = await store.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync();

            entries.Should().Be(CrashChild.EntriesEach * _ends.Count(end => end <= length), "{0} bytes are left", length);
        }
    }

    [Fact]
    public async Task After_disposal_it_answers_nobody_and_after_an_unfinished_end_it_goes_on()
    {
        byte[] whole = await WriteAsync();
        await File.WriteAllBytesAsync(_path, whole[..^1]);
        FileLedgerStore store = await FileLedgerStore.OpenAsync(_path);
        StoredStream? stored = await store.LoadAsync(CrashChild.Stream(0), LoadScope.OpenOnly, default);
        await store.AppendAsync([CrashChild.Append(0, stored)], default);
        store.Dispose();

        Func<Task> load = async () => await store.LoadAsync(CrashChild.Stream(0), LoadScope.OpenOnly, default);

        await load.Should().ThrowAsync<ObjectDisposedException>();
        using FileLedgerStore again = await FileLedgerStore.OpenAsync(_path);
        (await again.LoadAsync(CrashChild.Stream(0), LoadScope.OpenOnly, default))!.Version.Should().Be(Appends * CrashChild.EntriesEach);
    }

    private async Task<byte[]> WriteAsync()
    {
        using (FileLedgerStore store = await FileLedgerStore.OpenAsync(_path))
        {
            for (int append = 0; append < Appends; append++)
            {
                StoredStream? stored = await store.LoadAsync(CrashChild.Stream(0), LoadScope.OpenOnly, default);
                await store.AppendAsync([CrashChild.Append(0, stored)], default);
                _ends.Add(new FileInfo(_path).Length);
            }
        }

        return await File.ReadAllBytesAsync(_path);
    }
}
