using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Serialization;

/// <summary>Between what the core thinks in and what stores keep: entries, documents and digests as bytes.</summary>
internal static class LedgerCodec
{
    private const int BodyForm = 1;
    private const string WhatToDo = "Update the library, or verify the store.";

    /// <summary>Text of any script stays readable instead of being escaped: the bytes never meet a browser.</summary>
    private static readonly LedgerJson Json =
        new(new JsonSerializerOptions(LedgerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same for commands, which come from outside: what must have a value is caught when it has none, or none of those that there are.</summary>
    private static readonly JsonTypeInfo<CommandContent> Checked = (JsonTypeInfo<CommandContent>)new JsonSerializerOptions(Json.Options)
    {
        TypeInfoResolver = LedgerJson.Default.WithAddedModifier(RequireWhatMustHaveAValue),
    }.GetTypeInfo(typeof(CommandContent));

    private static readonly Dictionary<Type, string> EntryTypes = Json.LedgerEvent.PolymorphismOptions!.DerivedTypes
        .ToDictionary(type => type.DerivedType, type => (string)type.TypeDiscriminator!);

    /// <summary>The digest of a command's content. It is not kept as it is: <see cref="StreamSeal.HashContent"/> makes of it one that nobody can guess from.</summary>
    /// <exception cref="ArgumentException">The command lacks a part, or a part was never given a value.</exception>
    public static Digest HashContent(CustomerId customer, Actor by, Command command)
    {
        try
        {
            return Digest.Of(JsonBuffer.Write(new CommandContent(customer, by, command), Checked));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new ArgumentException($"The command lacks a part that it needs. {problem.Message}", nameof(command), problem);
        }
    }

    /// <summary>Writes a command with whom it is from and for.</summary>
    /// <exception cref="ArgumentException">The command lacks a part, or a part was never given a value.</exception>
    public static string WriteCommand(AddressedCommand command)
    {
        // What nothing could be recorded of is not worth keeping, and would be read back as something else.
        _ = HashContent(command.Customer, command.By, command.Command);
        return JsonSerializer.Serialize(
            new SentCommand { Tenant = command.Tenant, Customer = command.Customer, By = command.By, Id = command.Command.Id, Command = command.Command }, Json.SentCommand);
    }

    /// <summary>Reads what <see cref="WriteCommand"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not an addressed command.</exception>
    public static AddressedCommand ReadCommand(string json)
    {
        try
        {
            SentCommand sent = JsonSerializer.Deserialize(json, Json.SentCommand) ?? throw new JsonException("It is null.");
            return new AddressedCommand(sent.Tenant, sent.Customer, sent.By, sent.Command with { Id = sent.Id });
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // The problem's own message may quote the words, which are personal data.
#pragma warning disable MA0054
            throw new FormatException($"The text is not an addressed command that this version of the library knows ({problem.GetType().Name}).");
#pragma warning restore MA0054
        }
    }

    /// <summary>Writes an entry that follows another, after which the chain's head was so.</summary>
    public static StoredEntry Encode(Entry entry, StreamSeal seal, Digest before)
    {
        var said = new EntryBody { Customer = entry.Customer, By = entry.By, Event = entry.Event };
        byte[] body = seal.SealEntry(JsonBuffer.Write(said, Json.EntryBody), entry.Version);
        var stored = new StoredEntry
        {
            Version = entry.Version,
            Commitment = entry.Event.About,
            Type = EntryTypes[entry.Event.GetType()],
            SchemaVersion = BodyForm,
            OccurredAt = entry.OccurredAt,
            RecordedAt = entry.RecordedAt,
            Team = entry.By.Team.ToString(),
            Command = entry.Command,
            Body = body,
            BodyHash = EntryChain.HashOf(body),
            Head = default,
        };
        return stored with { Head = EntryChain.Next(before, seal.Identity.Id, stored) };
    }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="LedgerDataException">The body cannot be read by this version of the library.</exception>
    public static Entry Decode(StoredEntry stored, StreamSeal seal)
    {
        EntryBody body = Reading((stored, seal), ReadBody, static read => $"entry {read.stored.Version} of type '{read.stored.Type}'");
        return new Entry(body.Customer, stored.Version, stored.OccurredAt, stored.RecordedAt, body.By, stored.Command, body.Event);
    }

    public static byte[] EncodeRecord(CustomerRecord record, StreamSeal seal) => seal.SealRecord(RecordForm.Write(record));

    public static CommitmentDocument Encode(Commitment commitment, StreamPlace place, StreamSeal seal) => new()
    {
        Stream = place.Stream,
        Tenant = place.TenantKey,
        Commitment = commitment.Id,
        IsOpen = commitment.IsOpen,
        Due = commitment.WatchedDue,
        Owner = commitment.Owner.ToString(),
        Lookups = Lookups(commitment, place),
        State = seal.SealCommitment(CommitmentForm.Write(commitment), commitment.Id),
    };

    /// <summary>Reads a commitment.</summary>
    /// <exception cref="LedgerDataException">The state cannot be read by this version of the library.</exception>
    public static Commitment Decode(CommitmentDocument document, StreamSeal seal) =>
        Reading(
            (document, seal),
            static read => CommitmentForm.Read(read.document, read.seal.OpenCommitment(read.document.State, read.document.Commitment)),
            static read => $"the document of commitment {read.document.Commitment}");

    /// <summary>Reads a commitment, if this version of the library can.</summary>
    public static bool TryDecode(CommitmentDocument document, StreamSeal seal, [NotNullWhen(true)] out Commitment? commitment) =>
        (commitment = OrNull((document, seal), static read => Decode(read.document, read.seal))) is not null;

    /// <summary>Reads a commitment of a stream that nothing else is known of, if this version of the library can.</summary>
    public static bool TryDecode(FoundCommitment found, KeyRing keys, [NotNullWhen(true)] out Commitment? commitment) =>
        (commitment = OrNull((found, keys), static read => Decode(read.found.Document, read.keys.SealOf(read.found.Identity)))) is not null;

    /// <summary>Reads an entry, if this version of the library can.</summary>
    public static bool TryDecode(StoredEntry stored, StreamSeal seal, [NotNullWhen(true)] out Entry? entry) =>
        (entry = OrNull((stored, seal), static read => Decode(read.stored, read.seal))) is not null;

    /// <summary>Reads an entry of a customer's stream; what cannot be read is told in its place.</summary>
    public static Entry Tell(StoredEntry stored, StreamSeal seal, CustomerId customer)
    {
        if (TryDecode(stored, seal, out Entry? entry)) return entry;
        Team team = Team.TryParse(stored.Team, provider: null, out Team known) ? known : Team.Of("unknown");
        return new Entry(customer, stored.Version, stored.OccurredAt, stored.RecordedAt, new Actor(team, Channel.Of("unknown")), stored.Command, Remains(stored));
    }

    /// <summary>The event of an entry whose body says nothing.</summary>
    private static LedgerEvent Remains(StoredEntry stored) => stored switch
    {
        { Body.IsEmpty: true, Type: Erased.TypeName } => new Erased(),
        { Body.IsEmpty: true } => new Unreadable(stored.Commitment, stored.Type, "The body of the entry was erased."),
        _ => new Unreadable(stored.Commitment, stored.Type, $"The entry is damaged, or a newer version of the library wrote it. {WhatToDo}"),
    };

    /// <summary>Reads whose stream it is, if this version of the library can.</summary>
    public static bool TryReadCustomer(StoredStream stored, StreamSeal seal, out CustomerId customer)
    {
        Tuple<CustomerId>? read = OrNull((stored, seal), static stream => Tuple.Create(ReadRecord(stream.stored, stream.seal).Customer));
        customer = read?.Item1 ?? default;
        return read is not null;
    }

    /// <summary>Reads a customer's record, and passes over the commitments that cannot be read; that of a stream that does not exist is empty.</summary>
    /// <exception cref="LedgerDataException">The record itself cannot be read by this version of the library.</exception>
    public static CustomerRecord Decode(CustomerId customer, StoredStream? stored, StreamSeal seal)
    {
        if (stored is null) return CustomerRecord.Empty(customer);
        (CustomerId owner, CustomerHistory history) = ReadRecord(stored, seal);
        if (owner != customer)
            throw new LedgerDataException("The stream belongs to another customer than the one asked for. Nothing was read; verify the store.");
        var commitments = new Commitment[stored.Commitments.Count];
        int readable = 0;
        ValueList<UnreadableCommitment> unreadable = [];
        foreach (CommitmentDocument document in stored.Commitments)
        {
            if (TryDecode(document, seal, out Commitment? commitment)) commitments[readable++] = commitment;
            else unreadable = unreadable.Add(new UnreadableCommitment(document.Commitment, document.IsOpen, document.Due, Team.TryParse(document.Owner, provider: null, out Team team) ? team : null));
        }

        if (readable < commitments.Length) Array.Resize(ref commitments, readable);
        Array.Sort(commitments, static (left, right) => (left.MadeAtVersion, left.Id.ToGuid()).CompareTo((right.MadeAtVersion, right.Id.ToGuid())));
        return CustomerRecord.Of(customer, stored.Version, history, new ValueList<Commitment>(commitments), unreadable);
    }

    private static (CustomerId Customer, CustomerHistory History) ReadRecord(StoredStream stored, StreamSeal seal) =>
        Reading((stored, seal), static read => RecordForm.Read(read.seal.OpenRecord(read.stored.Record)), static _ => "the record of a customer");

    private static ValueList<LookupDigest> Lookups(Commitment commitment, StreamPlace place)
    {
        var lookups = new List<LookupDigest>(4);
        foreach (LookupKey key in commitment.Keys())
        {
            LookupDigest lookup = place.Keys.DigestOf(place.Tenant, key);
            if (!lookups.Contains(lookup)) lookups.Add(lookup);
        }

        return [.. lookups];
    }

    private static void RequireWhatMustHaveAValue(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            Type kind = property.PropertyType;
            bool isId = kind is { IsValueType: true, IsEnum: false, IsGenericType: false } && kind.Assembly == typeof(Command).Assembly;
            bool isNeeded = !kind.IsValueType && !property.IsGetNullable;
            if (isId || isNeeded) property.ShouldSerialize = static (_, _) => true;
            if (property.Get is not { } get) continue;
            string name = $"{type.Type.Name}.{char.ToUpperInvariant(property.Name[0])}{property.Name[1..]}";
            if (isNeeded) property.Get = part => get(part) ?? throw new JsonException($"{name} is null; give it a value.");
            if (kind.IsEnum)
                property.Get = part => get(part) is { } value && Enum.IsDefined(kind, value) ? value : throw new JsonException($"{name} has none of its named values; use one of them.");
        }
    }

    private static EntryBody ReadBody((StoredEntry Stored, StreamSeal Seal) read) =>
        JsonSerializer.Deserialize(read.Seal.OpenEntry(read.Stored.Body, read.Stored.Version).Span, Json.EntryBody) ?? throw new JsonException("It is null.");

    private static TResult? OrNull<T, TResult>(T stored, Func<T, TResult> read)
        where TResult : class
    {
        try
        {
            return read(stored);
        }
        catch (LedgerDataException)
        {
            return null;
        }
    }

    private static TResult Reading<T, TResult>(T stored, Func<T, TResult> read, Func<T, string> describe)
    {
        try
        {
            return read(stored);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException or FormatException or OverflowException or InvalidOperationException)
        {
            // The problem's own message may quote what was read, which is personal data: only its kind is passed on.
#pragma warning disable MA0054
            throw new LedgerDataException(
                $"This version of the library cannot read {describe(stored)} ({problem.GetType().Name}). A newer version may have written it. {WhatToDo}");
#pragma warning restore MA0054
        }
    }
}
