using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>A command on its way, with what is found out about it from one attempt to the next.</summary>
internal sealed class PendingCommand(AddressedCommand addressed, StreamPlace place, Digest content)
{
    public AddressedCommand Addressed => addressed;

    public StreamPlace Place => place;

    public StreamKey Stream => place.Stream;

    public Command Command => addressed.Command;

    /// <summary>The references reserved for it.</summary>
    public ValueList<PromiseReference> References { get; set; } = [];

    /// <summary>The version of the record that it was last decided on.</summary>
    public long DecidedAtVersion { get; set; }

    /// <summary>The hash that tells it from another command with the same id in a stream.</summary>
    public Digest ContentIn(StreamSeal seal) => seal.HashContent(content);
}
