using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Fills a store with a population through the library's own way in for history, while the streams are still being made.</summary>
internal sealed class Preload(Population population, TextWriter progress)
{
    private const int StreamsInChunk = 64;
    private const int ChunksWaiting = 64;

    private static readonly Instant Now = Instant.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private long _nextChunk = -1;
    private TimeSpan _waited;

    /// <summary>Fills it.</summary>
    /// <returns>How that went, in a sentence.</returns>
    public async Task<string> RunAsync(BenchStore store)
    {
        int makers = Math.Max(1, Environment.ProcessorCount - 1);
        var chunks = System.Threading.Channels.Channel.CreateBounded<StreamAppend[]>(ChunksWaiting);
        Task making = MakeAllAsync(chunks.Writer, makers);
        var watch = Stopwatch.StartNew();
        long entries = await ImportAsync(store, chunks.Reader, watch);
        await making;
        progress.WriteLine();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entries:#,0} entries of {population.Customers:#,0} customers were imported in {watch.Elapsed.TotalSeconds:F0} s, "
            + $"{entries / watch.Elapsed.TotalSeconds:#,0} a second, while {makers} thread(s) made them; {_waited / watch.Elapsed:P0} of the time was waiting for them to be made.");
    }

    /// <summary>Hands over whole streams to a store that cannot import, an append each.</summary>
    public static async Task<long> AppendAsync(ILedgerStore store, IAsyncEnumerable<StreamAppend> streams)
    {
        long entries = 0;
        await foreach (StreamAppend stream in streams)
        {
            await store.AppendAsync([stream], CancellationToken.None);
            entries += stream.Entries.Count;
        }

        return entries;
    }

    private async Task<long> ImportAsync(BenchStore store, ChannelReader<StreamAppend[]> chunks, Stopwatch watch)
    {
        IAsyncEnumerable<StreamAppend> streams = StreamsAsync(chunks);
        return store.Importer is { } importer
            ? await importer.ImportAsync(streams, new Told(progress, watch), CancellationToken.None)
            : await AppendAsync(store.Store, streams);
    }

    private async IAsyncEnumerable<StreamAppend> StreamsAsync(
        ChannelReader<StreamAppend[]> chunks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            bool isThere = await chunks.WaitToReadAsync(cancellationToken);
            _waited += Stopwatch.GetElapsedTime(start);
            if (!isThere) yield break;
            while (chunks.TryRead(out StreamAppend[]? chunk))
            {
                foreach (StreamAppend stream in chunk) yield return stream;
            }
        }
    }

    private async Task MakeAllAsync(ChannelWriter<StreamAppend[]> chunks, int makers)
    {
        Exception? problem = null;
        try
        {
            await chunks.WriteAsync([.. population.SpecialStreams(Now)]);
            await Task.WhenAll(Enumerable.Range(0, makers).Select(_ => Task.Run(() => MakeAsync(chunks))));
        }
        catch (Exception found)
        {
            // Whoever reads the channel gets it, instead of waiting for ever.
            problem = found;
        }

        chunks.Complete(problem);
    }

    private async Task MakeAsync(ChannelWriter<StreamAppend[]> chunks)
    {
        while (true)
        {
            long first = Interlocked.Increment(ref _nextChunk) * StreamsInChunk;
            if (first >= population.Customers) return;
            var chunk = new StreamAppend[Math.Min(StreamsInChunk, population.Customers - first)];
            for (int index = 0; index < chunk.Length; index++) chunk[index] = population.StreamOf(first + index, Now);
            await chunks.WriteAsync(chunk);
        }
    }

    /// <summary>Tells how far it is, at once and in order.</summary>
    private sealed class Told(TextWriter output, Stopwatch watch) : IProgress<long>
    {
        public void Report(long value) => output.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r  {value:#,0} entries, {value / watch.Elapsed.TotalSeconds:#,0} a second "));
    }
}
