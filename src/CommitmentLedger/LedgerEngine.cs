using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger;

/// <summary>The way of the data, once: load, decide, append; and load, compose for a briefing. Shared by the ledgers of all tenants.</summary>
internal sealed partial class LedgerEngine : IAsyncDisposable
{
    private readonly AppendWriter _writer;
    private readonly StreamGates _gates = new();
    private readonly ReferenceSource _references;
    private readonly BackgroundMarks _marks;
    private readonly Calendars _calendars;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public LedgerEngine(ILedgerStore store, LedgerOptions options, TimeProvider time, ILogger logger)
    {
        if (options.Problem() is { } problem) throw new ArgumentException(problem, nameof(options));
        (Store, Options, _time, _logger) = (store, options, time, logger);
        _calendars = new Calendars(options.Calendars);
        _writer = new AppendWriter(store);
        _references = new ReferenceSource(store, Now);
        _marks = new BackgroundMarks(problem => LogMarkLost(_logger, problem));
    }

    public ILedgerStore Store { get; }

    public LedgerOptions Options { get; }

    public async ValueTask DisposeAsync()
    {
        await _marks.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    public Task FlushAsync() => _marks.FlushAsync();

    public Task<Verdict> TryAsync(TenantId tenant, CustomerId customer, Actor by, Command command, CancellationToken cancellationToken)
    {
        var stream = StreamKey.ForCustomer(tenant, customer);
        return WriteAsync(tenant, stream, customer, by, command, _marks.SettledAsync(stream), cancellationToken);
    }

    public async Task<Briefing> BriefAsync(
        TenantId tenant, CustomerId customer, Actor by, Occasion occasion, CancellationToken cancellationToken)
    {
        var stream = StreamKey.ForCustomer(tenant, customer);
        StoredStream? stored = await Store.LoadAsync(stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
        var briefing = Briefing.Compose(LedgerCodec.Decode(customer, stored), occasion, Now(), Options.Zone);
        var mark = new Brief(occasion) { OccurredAt = briefing.At };
        await _marks.AddAsync(stream, () => WriteAsync(tenant, stream, customer, by, mark, after: Task.CompletedTask, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        return briefing;
    }

    private async Task<Verdict> WriteAsync(
        TenantId tenant, StreamKey stream, CustomerId customer, Actor by, Command command, Task after, CancellationToken cancellationToken)
    {
        if (!after.IsCompletedSuccessfully) await after.WaitAsync(cancellationToken).ConfigureAwait(false);
        Digest content = LedgerCodec.HashContent(customer, by, command);
        ValueList<PromiseReference> references = [];
        using IDisposable turn = await _gates.EnterAsync(stream, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; attempt <= Options.MaxAttempts; attempt++)
        {
            StoredStream? stored = await Store.LoadAsync(stream, new LoadScope(command.Touches, command.Id), cancellationToken).ConfigureAwait(false);
            if (stored?.Command is { } before)
                return before.ContentHash == content ? await ReplayAsync(stream, customer, before, cancellationToken).ConfigureAwait(false) : Reused();
            if (references.Count < command.ReferencesNeeded)
                references = await _references.TakeAsync(tenant, command.ReferencesNeeded, cancellationToken).ConfigureAwait(false);

            CustomerRecord record = LedgerCodec.Decode(customer, stored);
            Instant now = Now();
            var at = new Circumstances(now, command.OccurredAt is { } occurred ? Microseconds.Truncate(occurred) : now, by, _calendars, references);
            Ruling ruling = Ruling.On(command, record, at);
            if (ruling.Refusal is { } refusal) return new Verdict(refusal);
            StreamAppend append = Append(tenant, stream, stored, record, ruling, command.Id, content);
            switch (await _writer.AppendAsync(append, cancellationToken).ConfigureAwait(false))
            {
                case AppendResult.Appended:
                    return new Verdict(ruling.Entries, Subject(ruling.Entries, ruling.Next), isReplay: false);
                case AppendResult.Replayed replayed:
                    return await ReplayAsync(stream, customer, new StoredCommand(content, replayed.FirstVersion, replayed.LastVersion), cancellationToken)
                        .ConfigureAwait(false);
                case AppendResult.CommandIdReused:
                    return Reused();
                case AppendResult.Conflict conflict:
                    LogConflict(_logger, record.Version, conflict.ActualVersion, attempt);
                    break;
            }
        }

        throw new LedgerUnavailableException(
            $"Other writers changed this customer's record {Options.MaxAttempts} times while the command was decided. Nothing was written; send it again.");
    }

    private async Task<Verdict> ReplayAsync(StreamKey stream, CustomerId customer, StoredCommand before, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        await foreach (StoredEntry stored in Store.ReadHistoryAsync(stream, before.FirstVersion - 1, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Version > before.LastVersion) break;
            entries.Add(LedgerCodec.Decode(stored));
        }

        ValueList<CommitmentId> about = [.. entries.Select(entry => entry.Event.About).OfType<CommitmentId>().Take(1)];
        StoredStream? now = await Store.LoadAsync(stream, new LoadScope(about, Command: null), cancellationToken).ConfigureAwait(false);
        return new Verdict([.. entries], Subject([.. entries], LedgerCodec.Decode(customer, now)), isReplay: true);
    }

    private static StreamAppend Append(
        TenantId tenant,
        StreamKey stream,
        StoredStream? stored,
        CustomerRecord record,
        Ruling ruling,
        CommandId command,
        Digest content)
    {
        var entries = new StoredEntry[ruling.Entries.Count];
        Digest head = stored?.Head ?? default;
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = LedgerCodec.Encode(ruling.Entries[index], stream, head);
            head = entries[index].Head;
        }

        return new StreamAppend
        {
            Stream = stream,
            Tenant = TenantKey.For(tenant),
            ExpectedVersion = record.Version,
            Command = command,
            ContentHash = content,
            Entries = entries,
            Record = LedgerCodec.EncodeRecord(ruling.Next),
            Changed = Changed(tenant, stream, record, ruling.Next),
        };
    }

    /// <summary>The documents of the commitments that are other objects than before: what did not change was not copied, and kept its place.</summary>
    private static List<CommitmentDocument> Changed(TenantId tenant, StreamKey stream, CustomerRecord before, CustomerRecord after)
    {
        var changed = new List<CommitmentDocument>(1);
        ReadOnlySpan<Commitment> known = before.Commitments.AsSpan();
        ReadOnlySpan<Commitment> all = after.Commitments.AsSpan();
        for (int place = 0; place < all.Length; place++)
        {
            if (place >= known.Length || !ReferenceEquals(all[place], known[place])) changed.Add(LedgerCodec.Encode(all[place], stream, tenant));
        }

        return changed;
    }

    private static Commitment? Subject(ValueList<Entry> entries, CustomerRecord record) =>
        entries is [{ Event.About: { } commitment }, ..] ? record.Find(commitment) : null;

    private static Verdict Reused() => new(new Refusal(
        "command_id_reused", "This command id was used for other content. Make a new id for a new command; keep the id only to repeat the same."));

    private Instant Now() => Microseconds.Truncate(Instant.FromDateTimeOffset(_time.GetUtcNow()));

    [LoggerMessage(1, LogLevel.Debug, "Another writer came first: decided at version {Expected}, found {Actual} (attempt {Attempt})")]
    private static partial void LogConflict(ILogger logger, long expected, long actual, int attempt);

    [LoggerMessage(2, LogLevel.Warning, "A briefing was given, but that it was read could not be recorded")]
    private static partial void LogMarkLost(ILogger logger, Exception problem);
}
