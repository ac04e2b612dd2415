using NodaTime;

namespace CommitmentLedger.Storage;

/// <summary>The place of one document in the answer to a query.</summary>
/// <param name="Due">The due time of the document.</param>
/// <param name="Stream">The stream of the document.</param>
/// <param name="Commitment">The commitment of the document.</param>
public sealed record FindPosition(Instant? Due, StreamKey Stream, CommitmentId Commitment)
{
    /// <summary>By due time, those without one last, then by the bytes of the stream, then by those of the commitment.</summary>
    /// <value>The bytes are compared in the order in which text has them (big-endian), which is not that of <see cref="Guid.ToByteArray()"/>.</value>
    public static Comparer<FindPosition> Order { get; } = Comparer<FindPosition>.Create((left, right) =>
        (left.Due ?? Instant.MaxValue, left.Stream, left.Commitment.ToGuid()).CompareTo(
            (right.Due ?? Instant.MaxValue, right.Stream, right.Commitment.ToGuid())));

    /// <summary>The place of a document.</summary>
    public static FindPosition Of(CommitmentDocument document) => new(document.Due, document.Stream, document.Commitment);
}
