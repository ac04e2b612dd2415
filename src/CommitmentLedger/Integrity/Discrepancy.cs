using System.Globalization;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>The first place at which what is stored of one customer is not what was written.</summary>
/// <remarks>
/// Codes, in the order in which a stream is looked at: <c>entry_missing</c>, <c>body_changed</c>, <c>entry_changed</c>,
/// <c>entry_unreadable</c>, <c>end_missing</c>, <c>head_changed</c>, <c>key_damaged</c>; then <c>record_differs</c>, <c>document_missing</c>,
/// <c>document_differs</c>, <c>document_unknown</c>, which rebuilding mends.
/// </remarks>
/// <param name="Code">The fault, for programs.</param>
/// <param name="Message">The fault and what to do about it, for people. Never personal data.</param>
/// <param name="Stream">The stream in which it is. <see cref="Ledger.VerifyAsync(CustomerId, CancellationToken)"/> tells for a customer.</param>
/// <param name="Version">The first bad entry, or null when the entries are sound.</param>
/// <param name="Commitment">The commitment whose document is bad, or null when it is none.</param>
public sealed record Discrepancy(string Code, string Message, StreamKey Stream, long? Version, CommitmentId? Commitment)
{
    /// <summary>Whether the entries themselves are sound, so that rebuilding the documents mends it.</summary>
    public bool CanBeRebuilt => Version is null;

    /// <summary>Code, place and message in one line.</summary>
    public override string ToString() => Version is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"{Code} at entry {version} of stream {Stream}: {Message}")
        : $"{Code} in stream {Stream}: {Message}";
}
