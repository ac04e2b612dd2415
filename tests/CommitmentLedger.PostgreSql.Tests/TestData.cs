using System.Text;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Streams, appends and documents with some content, told apart by the words that tests give.</summary>
internal static class TestData
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0);

    public static readonly TenantId Hotel = TenantId.Of("hotel");

    public static StreamKey Stream(string customer, TenantId? tenant = null) => StreamKey.ForCustomer(tenant ?? Hotel, CustomerId.Of(customer));

    public static StreamIdentity Identity(StreamKey stream) => new(StreamId.FromBytes(stream.ToBytes()), (byte[])[0, .. stream.ToBytes(), .. stream.ToBytes()]);

    public static StoredEntry Entry(long version, CommandId command, string words = "words", CommitmentId? commitment = null)
    {
        byte[] body = Encoding.UTF8.GetBytes(words);
        return new StoredEntry
        {
            Version = version,
            Commitment = commitment,
            Type = "promised",
            SchemaVersion = 1,
            OccurredAt = Noon + Duration.FromMilliseconds(version),
            RecordedAt = Noon + Duration.FromSeconds(version),
            Team = "membership",
            Command = command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
    }

    public static CommitmentDocument Document(
        StreamKey stream,
        CommitmentId id,
        bool isOpen = true,
        Instant? due = null,
        string owner = "membership",
        TenantId? tenant = null,
        string state = "{}",
        params string[] keys)
    {
        return new CommitmentDocument
        {
            Stream = stream,
            Tenant = TenantKey.For(tenant ?? Hotel),
            Commitment = id,
            IsOpen = isOpen,
            Due = due,
            Owner = owner,
            Lookups = [.. keys.Select(key => Lookup(key, tenant))],
            State = Encoding.UTF8.GetBytes(state),
        };
    }

    public static LookupDigest Lookup(string booking, TenantId? tenant = null) => LookupDigest.For(tenant ?? Hotel, LookupKey.Booking(booking));

    /// <summary>An append of some entries after a version. The chain is that of a stream whose head is known, all zeros by default.</summary>
    public static StreamAppend Append(
        StreamKey stream, long expected, CommandId? command = null, int entries = 1, string words = "words", Digest head = default, TenantId? tenant = null, params CommitmentDocument[] changed)
    {
        CommandId id = command ?? CommandId.New();
        IEnumerable<StoredEntry> all = Enumerable.Range(1, entries).Select(index => Entry(expected + index, id, $"{words} {expected + index}"));
        return new StreamAppend
        {
            Stream = stream,
            Identity = Identity(stream),
            Tenant = TenantKey.For(tenant ?? Hotel),
            ExpectedVersion = expected,
            Command = id,
            ContentHash = Digest.Of(Encoding.UTF8.GetBytes(words)),
            Entries = EntryChain.Link(head, Identity(stream).Id, all),
            Record = Encoding.UTF8.GetBytes($"record {expected + entries}"),
            Changed = changed,
        };
    }

    public static async Task<AppendResult> AppendOneAsync(this ILedgerStore store, StreamAppend append) => (await store.AppendAsync([append], default))[0];

    public static async Task<List<CommitmentDocument>> FindAllAsync(this ILedgerStore store, CommitmentQuery query) =>
        (await store.FindAsync(query, default).AllAsync()).ConvertAll(found => found.Document);

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (T item in items) all.Add(item);
        return all;
    }

    public static async IAsyncEnumerable<T> ToAsync<T>(this IEnumerable<T> items)
    {
        await Task.CompletedTask;
        foreach (T item in items) yield return item;
    }
}
