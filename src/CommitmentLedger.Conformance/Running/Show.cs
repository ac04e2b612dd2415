using System.Globalization;
using CommitmentLedger.Storage;
using CommitmentLedger.Time;

namespace CommitmentLedger.Conformance;

/// <summary>What is stored as one line of text: two things are the same when their lines are, and a failure shows where they differ.</summary>
internal static class Show
{
    public static string Bytes(ReadOnlyMemory<byte> bytes) => bytes.Length <= 16
        ? Convert.ToHexStringLower(bytes.Span) + "h"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes {Digest.Of(bytes.Span).ToString()[..16]}");

    public static string Entry(StoredEntry entry) => string.Join(
        ' ',
        string.Create(CultureInfo.InvariantCulture, $"entry {entry.Version} {entry.Type}/{entry.SchemaVersion} about {entry.Commitment?.ToString() ?? "-"}"),
        string.Create(CultureInfo.InvariantCulture, $"occurred {Microseconds.Of(entry.OccurredAt)} recorded {Microseconds.Of(entry.RecordedAt)}"),
        $"team '{entry.Team}' command {entry.Command} body {Bytes(entry.Body)} hash {entry.BodyHash.ToString()[..16]} head {entry.Head.ToString()[..16]}");

    public static string Identity(StreamIdentity identity) => $"id {identity.Id} key {Bytes(identity.WrappedKey)}";

    public static string FeedEntry(FeedEntry entry) => $"{entry.Tenant} {entry.Stream} {Identity(entry.Identity)} {Entry(entry.Entry)}";

    public static string Document(CommitmentDocument document)
    {
        string due = document.Due is { } at ? Microseconds.Of(at).ToString(CultureInfo.InvariantCulture) : "-";
        IEnumerable<string> lookups = document.Lookups.Select(lookup => lookup.ToString()).Order(StringComparer.Ordinal);
        return $"{(document.IsOpen ? "open" : "closed")} {document.Commitment} of {document.Stream} tenant {document.Tenant} due {due} "
            + $"owner '{document.Owner}' lookups [{string.Join(' ', lookups)}] state {Bytes(document.State)}";
    }

    /// <summary>Documents as a set: a load gives them in no particular order.</summary>
    public static IEnumerable<string> Set(IEnumerable<CommitmentDocument> documents) => documents.Select(Document).Order(StringComparer.Ordinal);

    public static string Command(StoredCommand? command) => command is null
        ? "no command"
        : string.Create(CultureInfo.InvariantCulture, $"command {command.ContentHash.ToString()[..16]} wrote {command.FirstVersion} to {command.LastVersion}");

    /// <summary>A stream as what is one in it, and then each of its documents.</summary>
    public static IEnumerable<string> Stream(StoredStream? stream) => stream is null ? ["no stream"] :
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{Identity(stream.Identity)} version {stream.Version} head {stream.Head.ToString()[..16]} record {Bytes(stream.Record)} {Command(stream.Command)}"),
        .. Set(stream.Commitments),
    ];

    public static string Results(IEnumerable<AppendResult> results) => string.Join(", ", results.Select(Result));

    public static string Result(AppendResult result) => result switch
    {
        AppendResult.Appended appended => string.Create(CultureInfo.InvariantCulture, $"Appended({appended.Version})"),
        AppendResult.Replayed replayed => string.Create(CultureInfo.InvariantCulture, $"Replayed({replayed.FirstVersion}..{replayed.LastVersion})"),
        AppendResult.Conflict conflict => string.Create(CultureInfo.InvariantCulture, $"Conflict({conflict.ActualVersion})"),
        null => "null",
        AppendResult.CommitmentExists => "CommitmentExists",
        _ => "CommandIdReused",
    };

    /// <summary>How many elements there are, in words.</summary>
    public static string Count(int elements) => elements == 1 ? "1 element" : string.Create(CultureInfo.InvariantCulture, $"{elements} elements");

    /// <summary>Many lines as one text, without drowning the reader: their number, and each when they are few.</summary>
    public static string Lines(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        string joined = string.Join('\n', all);
        if (all.Length <= 12) return $"[{all.Length}: {string.Join(" | ", all)}]";
        string digest = Digest.Of(System.Text.Encoding.UTF8.GetBytes(joined)).ToString()[..16];
        return string.Create(CultureInfo.InvariantCulture, $"[{all.Length} lines {digest}: {all[0]} … {all[^1]}]");
    }
}
