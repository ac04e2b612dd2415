using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>One stream in the workshop, open to every kind of mischief.</summary>
internal sealed class WorkshopStream
{
    public StreamIdentity Identity { get; set; } = new(default, default);

    public long Version { get; set; }

    public Digest Head { get; set; }

    public ReadOnlyMemory<byte> Record { get; set; }

    public SortedDictionary<long, StoredEntry> Entries { get; init; } = [];

    public Dictionary<CommandId, StoredCommand> Commands { get; init; } = [];

    public Dictionary<CommitmentId, CommitmentDocument> Documents { get; init; } = [];

    public WorkshopStream Clone() => new()
    {
        Identity = Identity,
        Version = Version,
        Head = Head,
        Record = Record,
        Entries = new(Entries),
        Commands = new(Commands),
        Documents = new(Documents),
    };
}
