using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>Clean input, as the core would hand it over.</summary>
internal static class Some
{
    public static readonly TenantId Hotel = TenantId.Of("hotel");
    public static readonly TenantId Bank = TenantId.Of("bank");
    public static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0);

    public static StreamKey Stream(string customer = "guest-1", TenantId? tenant = null) =>
        StreamKey.ForCustomer(tenant ?? Hotel, CustomerId.Of(customer));

    public static StreamIdentity Identity(StreamKey stream) => new(StreamId.FromBytes(stream.ToBytes()), (byte[])[0, .. stream.ToBytes(), .. stream.ToBytes()]);

    /// <summary>An append of entries that follow a stored stream, or begin one.</summary>
    public static StreamAppend Append(
        StreamKey stream, StoredStream? after = null, int entries = 1, CommandId? command = null, TenantId? tenant = null, params CommitmentDocument[] changed)
    {
        CommandId id = command ?? CommandId.New();
        long version = after?.Version ?? 0;
        return new StreamAppend
        {
            Stream = stream,
            Identity = Identity(stream),
            Tenant = TenantKey.For(tenant ?? Hotel),
            ExpectedVersion = version,
            Command = id,
            ContentHash = Digest.Of(id.ToGuid().ToByteArray()),
            Entries = EntryChain.Link(after?.Head ?? default, Identity(stream).Id, Enumerable.Range(1, entries).Select(step => Entry(version + step, id))),
            Record = BitConverter.GetBytes(version + entries),
            Changed = changed,
        };
    }

    public static StoredEntry Entry(long version, CommandId command)
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes($"body {version} of {command}");
        return new StoredEntry
        {
            Version = version,
            Commitment = version % 2 == 0 ? null : CommitmentId.New(),
            Type = "promised",
            SchemaVersion = 3,
            OccurredAt = Noon - Duration.FromDays(40_000) + Duration.FromNanoseconds(version * 1_000),
            RecordedAt = Noon + Duration.FromNanoseconds(version * 1_000),
            Team = "Équipe du matin 早班 🛎",
            Command = command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
    }

    public static CommitmentDocument Document(
        StreamKey stream, CommitmentId? id = null, bool isOpen = true, Instant? due = null, string owner = "housekeeping", TenantId? tenant = null, params string[] lookups) => new()
        {
            Stream = stream,
            Tenant = TenantKey.For(tenant ?? Hotel),
            Commitment = id ?? CommitmentId.New(),
            IsOpen = isOpen,
            Due = due,
            Owner = owner,
            Lookups = [.. lookups.Select(key => Lookup(key, tenant))],
            State = System.Text.Encoding.UTF8.GetBytes($"state {Guid.NewGuid()}"),
        };

    public static LookupDigest Lookup(string key, TenantId? tenant = null) => LookupDigest.For(tenant ?? Hotel, LookupKey.Booking(key));
}
