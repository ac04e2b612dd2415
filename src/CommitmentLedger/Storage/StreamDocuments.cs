namespace CommitmentLedger.Storage;

/// <summary>All documents of one stream, made anew from its entries.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version that the stream must have for the documents to be written.</param>
/// <param name="Record">The record document.</param>
/// <param name="Commitments">Every commitment of the stream, open and closed.</param>
public sealed record StreamDocuments(
    StreamKey Stream, long Version, ReadOnlyMemory<byte> Record, IReadOnlyList<CommitmentDocument> Commitments);
