using System.Buffers.Binary;
using System.Globalization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What the process does that the kit kills: it appends for ever and acknowledges each append in one line, as soon as the store has.</summary>
public static class CrashChild
{
    internal const int Customers = 4;
    internal const int EntriesEach = 3;
    internal const int Alone = 0;
    internal const string Acknowledgement = "ack";

    /// <summary>Tells a child, in its environment, which of several writers it is; a child that writes alone is not told.</summary>
    internal const string WriterVariable = "COMMITMENTLEDGER_CRASH_CHILD_WRITER";

    /// <summary>Appends until it is killed, or until the token ends it.</summary>
    /// <param name="store">The store, opened on the data that the parent will open after the crash.</param>
    /// <param name="acknowledgements">Where the parent reads: the standard output. Other lines than the kit's own are passed over.</param>
    /// <param name="cancellationToken">Ends it in good order, for trying it out.</param>
    public static async Task RunAsync(ILedgerStore store, TextWriter acknowledgements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(acknowledgements);
        int writer = int.TryParse(Environment.GetEnvironmentVariable(WriterVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int told) ? told : Alone;
        for (int turn = 0; !cancellationToken.IsCancellationRequested; turn++)
        {
            int customer = turn % Customers;
            StoredStream? stored = await store.LoadAsync(Stream(customer), LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
            AppendResult result = await store.AppendOneAsync(Append(customer, stored, writer), cancellationToken).ConfigureAwait(false);
            if (result is AppendResult.Conflict && writer != Alone) continue;
            if (result is not AppendResult.Appended appended) throw new InvalidOperationException($"The child wrote at the version that it had just loaded, and was answered {Show.Result(result)}.");
            string line = string.Create(CultureInfo.InvariantCulture, $"{Acknowledgement} {customer} {appended.Version}");
            await acknowledgements.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
            await acknowledgements.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal static StreamKey Stream(int customer) => StreamKey.ForCustomer(TenantId.Of("crash"), CustomerId.Of($"customer {customer}"));

    /// <summary>The next append of a customer. Everything in it follows from the version, so that the parent knows what must be there.</summary>
    internal static StreamAppend Append(int customer, StoredStream? stored, int writer = Alone)
    {
        long version = stored?.Version ?? 0;
        StreamKey stream = Stream(customer);
        CommandId command = Command(customer, version, writer);
        StoredEntry[] entries =
            EntryChain.Link(stored?.Head ?? default, Identities.Of(stream).Id, Enumerable.Range(1, EntriesEach).Select(number => Entry(customer, version + number, command)));
        var commitment = new CommitmentDocument
        {
            Stream = stream,
            Tenant = TenantKey.For(TenantId.Of("crash")),
            Commitment = new CommitmentId(command.ToGuid()),
            IsOpen = true,
            Due = Moments.At(1),
            Owner = "reception",
            Lookups = [],
            State = entries[0].Body,
        };
        return new StreamAppend
        {
            Stream = stream,
            Identity = Identities.Of(stream),
            Tenant = commitment.Tenant,
            ExpectedVersion = version,
            Command = command,
            ContentHash = entries[0].BodyHash,
            Entries = entries,
            Record = entries[^1].Body,
            Changed = [commitment],
        };
    }

    /// <summary>The command that a writer sends when a customer's stream has a version.</summary>
    internal static CommandId Command(int customer, long version, int writer) => new(Id(customer, version, writer));

    private static StoredEntry Entry(int customer, long version, CommandId command)
    {
        byte[] body = Id(customer, version).ToByteArray();
        return new StoredEntry
        {
            Version = version,
            Commitment = null,
            Type = "promised",
            SchemaVersion = 1,
            OccurredAt = Moments.At((int)version),
            RecordedAt = Moments.At((int)version),
            Team = "reception",
            Command = command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
    }

    private static Guid Id(int customer, long version, int writer = Alone)
    {
        Span<byte> id = stackalloc byte[16];
        id[0] = (byte)(customer + 1);
        id[1] = (byte)writer;
        BinaryPrimitives.WriteInt64BigEndian(id[8..], version);
        return new Guid(id, bigEndian: true);
    }
}
