using System.Globalization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What one stream is in the eyes of the judge: the commands that were written, in order. Never changes.</summary>
internal sealed class StreamState
{
    public static StreamState Empty { get; } = new(previous: null, string.Empty, 0, default, command: null);

    private readonly StreamState? _previous;
    private readonly CommandId? _command;
    private readonly StoredCommand _stored;
    private readonly long _version;

    private StreamState(StreamState? previous, string path, long version, StoredCommand? stored, CommandId? command) =>
        (_previous, Path, _version, _stored, _command) = (previous, path, version, stored!, command);

    /// <summary>Which calls were written, in order: equal paths are equal states.</summary>
    public string Path { get; }

    /// <summary>What the contract answers to a call here, and the state after it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="number">The call's number in the history.</param>
    public (string Answer, StreamState Next) Take(StreamCall call, int number)
    {
        if (call is StreamCall.Load load) return (Answer(_version, Find(load.Command)), this);
        var append = (StreamCall.Append)call;
        if (Find(append.Command) is { } before)
            return (Show.Result(before.ContentHash == append.Content ? new AppendResult.Replayed(before.FirstVersion,
                before.LastVersion) : new AppendResult.CommandIdReused()), this);
        if (append.ExpectedVersion != _version) return (Show.Result(new AppendResult.Conflict(_version)), this);
        var stored = new StoredCommand(append.Content, _version + 1, _version + append.Entries);
        return (Show.Result(new AppendResult.Appended(stored.LastVersion)), new StreamState(this, Path + (char)number, stored.LastVersion, stored, append.Command));
    }

    /// <summary>The answer of a load in one line.</summary>
    public static string Answer(long version, StoredCommand? command) => string.Create(CultureInfo.InvariantCulture, $"version {version}, {Show.Command(command)}");

    private StoredCommand? Find(CommandId command)
    {
        for (StreamState? state = this; state is not null; state = state._previous)
        {
            if (state._command == command) return state._stored;
        }

        return null;
    }
}
