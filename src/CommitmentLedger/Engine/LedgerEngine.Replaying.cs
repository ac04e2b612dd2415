using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <content>The answers to commands that were carried out before.</content>
internal sealed partial class LedgerEngine
{
    /// <summary>The answer to a command that was carried out before.</summary>
    private Task<Verdict> AnswerAgainAsync(PendingCommand pending, StoredCommand before, StreamSeal seal, CancellationToken cancellationToken) =>
        before.ContentHash == pending.ContentIn(seal)
            ? ReplayAsync(pending, before.FirstVersion, before.LastVersion, seal, cancellationToken)
            : Task.FromResult(Reused());

    private async Task<Verdict> ReplayAsync(PendingCommand pending, long firstVersion, long lastVersion, StreamSeal seal, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        await foreach (StoredEntry stored in Store.ReadHistoryAsync(pending.Stream, firstVersion - 1, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Version > lastVersion) break;
            entries.Add(LedgerCodec.Tell(stored, seal, pending.Addressed.Customer));
        }

        ValueList<CommitmentId> about = [.. entries.Select(entry => entry.Event.About).OfType<CommitmentId>().Take(1)];
        StoredStream? now = await Store.LoadAsync(pending.Stream, new LoadScope(about, Command: null), cancellationToken).ConfigureAwait(false);
        return new Verdict([.. entries], LedgerCodec.Decode(pending.Addressed.Customer, now, seal), isReplay: true);
    }

    private static Verdict Reused() => new(new Refusal(
        "command_id_reused", "This command id was used for other content. To repeat a command, send exactly the same content, due times included; for something new, make new ids."));
}
