namespace CommitmentLedger.Storage;

/// <summary>The contract of a storage adapter. The core hands it clean input; the adapter writes its input and interprets none of it.</summary>
/// <remarks>
/// <para>Every case of the contract has a number that stays. The conformance kit says of each of its checks which cases it looks at, and looks at all of them.</para>
/// <list type="bullet">
/// <item><term>G1</term><description> All members may be called from many threads at once: an order of the calls explains every answer,
/// and in it no call comes before one that had ended when it began.</description></item>
/// <item><term>G2</term><description> Every call ends. Apart from mistakes (<see cref="ArgumentException"/>, <see cref="ObjectDisposedException"/> after disposal,
/// and <see cref="InvalidOperationException"/> within a transaction that has ended), members throw only <see cref="LedgerUnavailableException"/>,
/// <see cref="LedgerOutcomeUnknownException"/> (from <see cref="AppendAsync"/>) and <see cref="OperationCanceledException"/>; what the driver throws
/// is only their cause.</description></item>
/// <item><term>G3</term><description> Streams, and with them tenants, never meet, even where their command and commitment ids are the same.</description></item>
/// <item><term>G4</term><description> What is read is what was handed over, in every field and byte, as far as the types say: 1 MiB, 100 characters of any script,
/// 112 lookup keys, microseconds from 1900 to 9998, versions beyond 2^31.</description></item>
/// <item><term>G5</term><description> Two instances over the same data, in one process or in two: what one was told is written, the other gives at once,
/// in whatever it is asked first. Or the second is refused with <see cref="LedgerUnavailableException"/>.</description></item>
/// <item><term>G6</term><description> Closing and opening changes nothing: streams, commands, cursors and questions go on as before.</description></item>
/// <item><term>G7</term><description> A reader that is cancelled ends with <see cref="OperationCanceledException"/> or as if it had not been.</description></item>
/// <item><term>G8</term><description> What was changed behind the store's back is given as it stands. A store computes no digest and repairs nothing,
/// so that a break of the hash chain shows.</description></item>
/// <item><term>G9</term><description> Damage is never cut off. Only an end that nobody was told about may be; what is kept and cannot be read makes the opening,
/// or the call, end with <see cref="LedgerUnavailableException"/>, and everything else stays where it is.</description></item>
/// </list>
/// <para>What a store may do beside is said by interfaces of their own: <see cref="ITransactionalStore"/>, <see cref="IStoreScrubber"/>, <see cref="IStoreRebuilder"/>,
/// <see cref="IStoreImporter"/>, <see cref="IStoreDoctor"/>.</para>
/// </remarks>
public interface ILedgerStore
{
    /// <summary>Loads a stream in at most one round trip.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>L1</term><description> Nothing was ever written to the stream: null, whatever the scope asks for.</description></item>
    /// <item><term>L2</term><description> Version, head, record, commitments and command are of one point in time.</description></item>
    /// <item><term>L3</term><description> Every open commitment, however many, each once, asked for by id or not; open again counts as open.</description></item>
    /// <item><term>L4</term><description> Closed commitments that are asked for, and no others.</description></item>
    /// <item><term>L5</term><description> Ids that the stream does not have are passed over, those of other streams among them.</description></item>
    /// <item><term>L6</term><description> The command looked for, if it ever wrote to this stream, with the versions that it wrote; otherwise null.</description></item>
    /// <item><term>L7</term><description> It costs at most one round trip, however long the history and however much is asked for.</description></item>
    /// <item><term>L8</term><description> The identity is the one that the stream was made with, whatever later appends brought.</description></item>
    /// </list>
    /// </remarks>
    /// <returns>The stream, or null when nothing was ever written to it.</returns>
    ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken);

    /// <summary>Writes many independent appends and gives one result each, in the same order.</summary>
    /// <remarks>
    /// <para>One append: the first case that fits is the answer. "Seen" means that the command wrote to this stream before, ever; what lost was never seen.</para>
    /// <list type="bullet">
    /// <item><term>A1</term><description> Seen, with the same content hash, at any expected version: <see cref="AppendResult.Replayed"/> with the versions of that time.</description></item>
    /// <item><term>A2</term><description> Seen, with another content hash, at any expected version: <see cref="AppendResult.CommandIdReused"/>.</description></item>
    /// <item><term>A3</term><description> No stream, 0 expected: <see cref="AppendResult.Appended"/>; the stream is made.</description></item>
    /// <item><term>A4</term><description> The stream has the expected version, the expected head where one is given, and no commitment that must be new:
    /// <see cref="AppendResult.Appended"/> with the version of the last entry.</description></item>
    /// <item><term>A5</term><description> The stream has a higher version, 0 expected included: <see cref="AppendResult.Conflict"/> with the actual one.</description></item>
    /// <item><term>A6</term><description> The stream has a lower version: <see cref="AppendResult.Conflict"/> with the actual one.</description></item>
    /// <item><term>A7</term><description> No stream, more than 0 expected: <see cref="AppendResult.Conflict"/> with 0; no stream is made.</description></item>
    /// <item><term>A25</term><description> The stream has the expected version, and another head than <see cref="StreamAppend.ExpectedHead"/>, where that is given:
    /// <see cref="AppendResult.Conflict"/> with that version.</description></item>
    /// <item><term>A24</term><description> The stream has the expected version and, open or closed, a commitment of <see cref="StreamAppend.MustBeNew"/>:
    /// <see cref="AppendResult.CommitmentExists"/>.</description></item>
    /// </list>
    /// <para>What is written:</para>
    /// <list type="bullet">
    /// <item><term>A8</term><description> Appended: entries, head, record, changed commitments and command become visible together, all or nothing, be it 10,000 entries.</description></item>
    /// <item><term>A9</term><description> A changed commitment replaces the former one in every part; one that is not named stays as it is.</description></item>
    /// <item><term>A10</term><description> Any other answer: nothing is written, be it entry, head, record, commitment, command or feed.</description></item>
    /// <item><term>A11</term><description> Appended is durable: it survives closing, and the process or the machine dying right after the answer.</description></item>
    /// <item><term>A12</term><description> What was handed over is not changed: the caller may send the same object again.</description></item>
    /// </list>
    /// <para>Its place in the list:</para>
    /// <list type="bullet">
    /// <item><term>A13</term><description> An empty list gives an empty list.</description></item>
    /// <item><term>A14</term><description> One result each, in the order of the list, in whatever order the store writes.</description></item>
    /// <item><term>A15</term><description> Each is judged on its own: a conflict, replay or reused id leaves its neighbours alone.</description></item>
    /// <item><term>A16</term><description> They are judged in the order of the list: a later one of the same stream sees what an earlier one wrote, its command included.</description></item>
    /// <item><term>A17</term><description> A list costs no more round trips than an append of one entry.</description></item>
    /// </list>
    /// <para>Beside others:</para>
    /// <list type="bullet">
    /// <item><term>A18</term><description> Of calls at the same version exactly one is Appended, and the others conflict with what it made.</description></item>
    /// <item><term>A19</term><description> Of calls with the same command exactly one is Appended, and the others are Replayed or CommandIdReused by their content.</description></item>
    /// <item><term>A20</term><description> Lists that name the same streams in different orders all end with results.</description></item>
    /// </list>
    /// <para>When it fails (no kit can fill your disk: that <see cref="LedgerUnavailableException"/> means what it says is yours to test):</para>
    /// <list type="bullet">
    /// <item><term>A21</term><description> <see cref="OperationCanceledException"/>: nothing of the list was written. Once writing has begun, cancelling is not obeyed any more.</description></item>
    /// <item><term>A22</term><description> <see cref="LedgerOutcomeUnknownException"/>: each append was written wholly or not. Sending the list again finishes each, once.</description></item>
    /// <item><term>A23</term><description> The process dies: each append is there wholly or not, and the next one to open the store goes on.</description></item>
    /// </list>
    /// </remarks>
    /// <exception cref="LedgerUnavailableException">Nothing of the whole list was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">Appends of the list may or may not have been written, each wholly; repeating them with the same command ids is safe.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken);

    /// <summary>Reads the entries of one stream after a version, oldest first, and ends.</summary>
    /// <remarks>
    /// <para>It ends with what was there when the reading began, or with what came later: both are good.</para>
    /// <list type="bullet">
    /// <item><term>H1</term><description> Every entry of this stream with a higher version, in order of version, and no other.</description></item>
    /// <item><term>H2</term><description> Nothing, when the stream ends there or before, or does not exist.</description></item>
    /// <item><term>H3</term><description> The reader may stop early and begin again, however often.</description></item>
    /// <item><term>H4</term><description> While others write: no gap, and no append that is half there.</description></item>
    /// </list>
    /// </remarks>
    IAsyncEnumerable<StoredEntry> ReadHistoryAsync(StreamKey stream, long afterVersion, CancellationToken cancellationToken);

    /// <summary>Reads the entries of all streams after a cursor, and ends.</summary>
    /// <remarks>
    /// <para>It ends with what was there when the reading began, or with what came later: both are good. What is wrong with a cursor is said when the reading
    /// begins, at the first element and not at the call.</para>
    /// <list type="bullet">
    /// <item><term>F1</term><description> Every entry of every stream that was written, once, with its tenant and the stream's identity, and nothing else.</description></item>
    /// <item><term>F2</term><description> The entries of a stream come in order of version.</description></item>
    /// <item><term>F3</term><description> After any cursor it goes on exactly where that entry stood; after the last one it is empty, and then gives what is new.</description></item>
    /// <item><term>F4</term><description> Who goes on from the last cursor misses nothing, whatever is written, rolled back or cancelled meanwhile, be it by a transaction
    /// that began earlier. An entry may come a while after it was acknowledged, where the store waits for older transactions of others.</description></item>
    /// <item><term>F5</term><description> Who starts again from an earlier cursor gets the same entries in the same order.</description></item>
    /// <item><term>F6</term><description> A cursor is a text of 1 to 200 characters, different for each entry, that can be kept and is good in any instance.</description></item>
    /// <item><term>F7</term><description> An empty store, and its beginning, give an empty feed.</description></item>
    /// <item><term>F8</term><description> A cursor of another form than this kind of store gives is a mistake: <see cref="ArgumentException"/>, when the reading begins.</description></item>
    /// <item><term>F9</term><description> The first entries cost at most two round trips, however many follow.</description></item>
    /// <item><term>F10</term><description> The default cursor is <see cref="FeedCursor.Beginning"/>.</description></item>
    /// </list>
    /// </remarks>
    /// <exception cref="ArgumentException">The cursor is none that this kind of store gives.</exception>
    /// <exception cref="LedgerUnavailableException">The feed cannot be read now, or the cursor is of this kind of store but not of this data: it lies beyond the
    /// end, because an older copy was restored since. Going on there would pass over what is written next.</exception>
    IAsyncEnumerable<FeedEntry> ReadFeedAsync(FeedCursor after, CancellationToken cancellationToken);

    /// <summary>Finds commitments across the customers of one tenant, as <see cref="CommitmentQuery.Answer"/> says.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>Q1</term><description> <see cref="CommitmentQuery.DueBefore"/>: open, with a due time strictly before the instant.</description></item>
    /// <item><term>Q2</term><description> <see cref="CommitmentQuery.OwnedBy"/>: open, whose owner is the same text, character by character.</description></item>
    /// <item><term>Q3</term><description> <see cref="CommitmentQuery.WithLookup"/>: open or closed, with that key among its own.</description></item>
    /// <item><term>Q4</term><description> Of the query's tenant, and never of another.</description></item>
    /// <item><term>Q5</term><description> By due time, those without one last, then by the bytes of the stream, then by those of the commitment,
    /// both as written in text (big-endian): <see cref="FindPosition.Order"/>.</description></item>
    /// <item><term>Q6</term><description> After a place, and no more than the limit: pages of any size give each commitment once.</description></item>
    /// <item><term>Q7</term><description> By what is so now: a former due time, owner, key or openness finds nothing.</description></item>
    /// <item><term>Q8</term><description> While others change, a commitment that nobody changes is in every answer that it belongs to.</description></item>
    /// <item><term>Q9</term><description> Each comes with the identity of its stream.</description></item>
    /// </list>
    /// </remarks>
    IAsyncEnumerable<FoundCommitment> FindAsync(CommitmentQuery query, CancellationToken cancellationToken);
}
