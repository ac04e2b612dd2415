using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger.Engine;

/// <summary>The way of the data, once: load, decide, append; and load, compose for a briefing. Shared by the ledgers of all tenants.</summary>
internal sealed partial class LedgerEngine : IAsyncDisposable
{
    private readonly AppendWriter _writer;
    private readonly StreamGates _gates = new();
    private readonly ReferenceSource _references;
    private readonly BackgroundMarks _marks;
    private readonly RecordCache _recent;
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
        _recent = new RecordCache(options.RecentCustomers, time);
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
        LoadedRecord known = Known(customer, stored);
        foreach (UnreadableCommitment unreadable in known.Record.Unreadable) LogUnreadable(stream, unreadable.Id);
        _recent.Keep(stream, known);
        var briefing = Briefing.Compose(known.Record, occasion, Now(), Options.Zone);
        var mark = new Brief(occasion) { OccurredAt = briefing.At };
        await _marks.AddAsync(stream, () => WriteAsync(tenant, stream, customer, by, mark, after: Task.CompletedTask, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        return briefing;
    }

    private async Task<Verdict> WriteAsync(
        TenantId tenant, StreamKey stream, CustomerId customer, Actor by, Command command, Task after, CancellationToken cancellationToken)
    {
        if (!after.IsCompletedSuccessfully) await after.WaitAsync(cancellationToken).ConfigureAwait(false);
        var asked = new Asked(tenant, stream, customer, by, command, LedgerCodec.HashContent(customer, by, command));
        using IDisposable turn = await _gates.EnterAsync(stream, cancellationToken).ConfigureAwait(false);
        try
        {
            if (_recent.TryFind(stream, command.Touches, out LoadedRecord? recent)
                && await DecideAsync(asked, recent, isRecent: true, cancellationToken).ConfigureAwait(false) is { } soon)
                return soon;
            for (int attempt = 1; attempt <= Options.MaxAttempts; attempt++)
            {
                StoredStream? stored = await Store.LoadAsync(stream, new LoadScope(command.Touches, command.Id), cancellationToken).ConfigureAwait(false);
                if (stored?.Command is { } before) return await AnswerAgainAsync(asked, before, cancellationToken).ConfigureAwait(false);
                if (await DecideAsync(asked, Known(customer, stored), isRecent: false, cancellationToken).ConfigureAwait(false) is { } verdict) return verdict;
            }
        }
        catch
        {
            _recent.Distrust(stream);
            throw;
        }

        throw new LedgerUnavailableException(
            $"Other writers changed this customer's record {Options.MaxAttempts} times while the command was decided. Nothing was written; send it again.");
    }

    /// <summary>Decides a command on a record and appends what follows from it; null when that has to be done again on what the store has now.</summary>
    private async Task<Verdict?> DecideAsync(Asked asked, LoadedRecord known, bool isRecent, CancellationToken cancellationToken)
    {
        Command command = asked.Command;
        if (asked.References.Count < command.ReferencesNeeded)
            asked.References = await _references.TakeAsync(asked.Tenant, command.ReferencesNeeded, cancellationToken).ConfigureAwait(false);
        Instant now = Now();
        var at = new Circumstances(
            now, command.OccurredAt is { } occurred ? Microseconds.Truncate(occurred) : now, asked.By, _calendars, asked.References, Options.Zone);
        Outcome ruling = Outcome.On(command, known.Record, at);
        if (ruling.Refusal is { } refusal) return isRecent ? null : new Verdict(refusal);

        StreamAppend append = Append(asked, known, ruling);
        if (DocumentRoom.Refuse(append, ruling.Next) is { } tooMuch) return isRecent ? null : new Verdict(Verbs.WithLegalNow(tooMuch, known.Record));
        switch (await _writer.AppendAsync(append, cancellationToken).ConfigureAwait(false))
        {
            case AppendResult.Appended:
                _recent.Keep(asked.Stream, new LoadedRecord(ruling.Next, append.Head));
                return new Verdict(ruling.Entries, ruling.Next, isReplay: false);
            case AppendResult.Replayed replayed:
                return await ReplayAsync(asked, new StoredCommand(asked.Content, replayed.FirstVersion, replayed.LastVersion), cancellationToken).ConfigureAwait(false);
            case AppendResult.CommandIdReused:
                return Reused();
            case AppendResult.Conflict conflict:
                _recent.Distrust(asked.Stream);
                LogConflict(_logger, known.Record.Version, conflict.ActualVersion);
                break;
        }

        return null;
    }

    /// <summary>The answer to a command that was carried out before.</summary>
    private Task<Verdict> AnswerAgainAsync(Asked asked, StoredCommand before, CancellationToken cancellationToken) =>
        before.ContentHash == asked.Content ? ReplayAsync(asked, before, cancellationToken) : Task.FromResult(Reused());

    private async Task<Verdict> ReplayAsync(Asked asked, StoredCommand before, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        await foreach (StoredEntry stored in Store.ReadHistoryAsync(asked.Stream, before.FirstVersion - 1, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Version > before.LastVersion) break;
            entries.Add(LedgerCodec.Decode(stored));
        }

        ValueList<CommitmentId> about = [.. entries.Select(entry => entry.Event.About).OfType<CommitmentId>().Take(1)];
        StoredStream? now = await Store.LoadAsync(asked.Stream, new LoadScope(about, Command: null), cancellationToken).ConfigureAwait(false);
        return new Verdict([.. entries], LedgerCodec.Decode(asked.Customer, now), isReplay: true);
    }

    private static LoadedRecord Known(CustomerId customer, StoredStream? stored) => new(LedgerCodec.Decode(customer, stored), stored?.Head ?? default);

    private static StreamAppend Append(Asked asked, LoadedRecord known, Outcome ruling)
    {
        var entries = new StoredEntry[ruling.Entries.Count];
        Digest head = known.Head;
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = LedgerCodec.Encode(ruling.Entries[index], asked.Stream, head);
            head = entries[index].Head;
        }

        return new StreamAppend
        {
            Stream = asked.Stream,
            Tenant = TenantKey.For(asked.Tenant),
            ExpectedVersion = known.Record.Version,
            Command = asked.Command.Id,
            ContentHash = asked.Content,
            Entries = entries,
            Record = LedgerCodec.EncodeRecord(ruling.Next),
            Changed = Changed(asked.Tenant, asked.Stream, known.Record, ruling.Next),
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

    private static Verdict Reused() => new(new Refusal(
        "command_id_reused", "This command id was used for other content. Make a new id for a new command; keep the id only to repeat the same."));

    /// <summary>Says which commitment a list or a briefing passed over.</summary>
    public void LogUnreadable(StreamKey stream, CommitmentId commitment) => LogUnreadable(_logger, commitment, stream);

    /// <summary>Gives an entry of the feed, or null when neither it nor whose it is can be read.</summary>
    public async ValueTask<Entry?> TellAsync(FeedEntry told, CancellationToken cancellationToken)
    {
        if (LedgerCodec.TryDecode(told.Entry, out Entry? entry)) return entry;
        StoredStream? stored = await Store.LoadAsync(told.Stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
        if (stored is not null && LedgerCodec.TryReadCustomer(stored, out CustomerId customer)) return LedgerCodec.Tell(told.Entry, customer);
        LogUnreadable(_logger, told.Entry.Version, told.Stream);
        return null;
    }

    private Instant Now() => Microseconds.Truncate(Instant.FromDateTimeOffset(_time.GetUtcNow()));

    [LoggerMessage(1, LogLevel.Debug, "Another writer came first: decided at version {Expected}, found {Actual}")]
    private static partial void LogConflict(ILogger logger, long expected, long actual);

    [LoggerMessage(2, LogLevel.Warning, "A briefing was given, but that it was read could not be recorded")]
    private static partial void LogMarkLost(ILogger logger, Exception problem);

    [LoggerMessage(3, LogLevel.Error, "The document of commitment {Commitment} in stream {Stream} cannot be read and was passed over. Update the library, or rebuild the documents")]
    private static partial void LogUnreadable(ILogger logger, CommitmentId commitment, StreamKey stream);

    [LoggerMessage(4, LogLevel.Error, "Entry {Version} of stream {Stream} cannot be read, nor whose it is; the feed passed over it. Update the library, or verify the store")]
    private static partial void LogUnreadable(ILogger logger, long version, StreamKey stream);

    /// <summary>A command with whom it concerns, as it is carried from one try to the next.</summary>
    private sealed record Asked(TenantId Tenant, StreamKey Stream, CustomerId Customer, Actor By, Command Command, Digest Content)
    {
        /// <summary>The references reserved for it.</summary>
        public ValueList<PromiseReference> References { get; set; } = [];
    }
}
