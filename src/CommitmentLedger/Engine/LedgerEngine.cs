using System.Data.Common;
using System.Diagnostics;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CommitmentLedger.Engine;

/// <summary>The way of the data, once: load, decide, append; and load, compose for a briefing. Shared by the ledgers of all tenants.</summary>
internal sealed partial class LedgerEngine : IAsyncDisposable
{
    private readonly LedgerBeginning _beginning;

    /// <summary>The store through which the ledger is begun: outside a caller's transaction where others can write meanwhile, so that nobody waits for it.</summary>
    private readonly ILedgerStore _beginsThrough;
    private readonly AppendWriter _writer;
    private readonly StreamGates _gates = new();
    private readonly IReferenceSource _references;
    private readonly BackgroundMarks? _marks;
    private readonly RecordCache _recent;
    private readonly Calendars _calendars;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public LedgerEngine(ILedgerStore store, LedgerOptions options, ILedgerSecret? secret, TimeProvider time, ILogger logger)
    {
        if (options.Problems().ToArray() is { Length: > 0 } problems) throw new ArgumentException(string.Join(' ', problems), nameof(options));
        (Store, Options, _time, _logger) = (store, options, time, logger);
        _calendars = new Calendars(options.Calendars);
        _beginning = new LedgerBeginning(store, secret, Now);
        _beginsThrough = store;
        _writer = new AppendWriter(store);
        _references = new ReferenceSource(store, _beginning, Now);
        _recent = new RecordCache(options.RecentCustomers, time);
        _marks = new BackgroundMarks(MarkFailed);
    }

    /// <summary>
    /// The same within a transaction of the caller's. Nothing of what it sees reaches others before the caller commits: it keeps no records,
    /// lets nobody wait in its gates, and records a reading before it gives the briefing.
    /// </summary>
    private LedgerEngine(LedgerEngine outside, ILedgerStore within, bool writesAlone)
    {
        (Store, Options, _time, _logger, _calendars, _beginning) = (within, outside.Options, outside._time, outside._logger, outside._calendars, outside._beginning);
        _writer = new AppendWriter(within);
        _beginsThrough = writesAlone ? within : outside.Store;
        _references = writesAlone ? new ReferencesWithin(outside._references, within, _beginning, Now) : outside._references;
        _recent = new RecordCache(capacity: 0, _time);
    }

    public ILedgerStore Store { get; }

    public LedgerOptions Options { get; }

    public LedgerEngine Within(DbTransaction transaction)
    {
        if (_marks is null) throw new InvalidOperationException("This ledger is within a transaction already. Call Within on the ledger outside it.");
        if (Store is not ITransactionalStore transactional)
            throw new NotSupportedException("The store of this ledger cannot join a transaction. Use a store that implements ITransactionalStore, such as those for SQLite and PostgreSQL.");
        return new LedgerEngine(this, transactional.Within(transaction), transactional.WritesAlone);
    }

    public async ValueTask DisposeAsync()
    {
        if (_marks is not null) await _marks.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        _beginning.Dispose();
    }

    public Task FlushAsync() => _marks?.FlushAsync() ?? Task.CompletedTask;

    /// <summary>The keys of the ledger, once it is sure that the secret is the right one.</summary>
    public ValueTask<KeyRing> OpenAsync(CancellationToken cancellationToken) => _beginning.OpenAsync(_beginsThrough, cancellationToken);

    public Task<Verdict> TryAsync(AddressedCommand command, CancellationToken cancellationToken)
    {
        ValueTask<KeyRing> opening = OpenAsync(cancellationToken);
        return opening.IsCompletedSuccessfully ? TryAsync(opening.Result, command, cancellationToken) : OpenAndTryAsync(opening, command, cancellationToken);
    }

    private async Task<Verdict> OpenAndTryAsync(ValueTask<KeyRing> opening, AddressedCommand command, CancellationToken cancellationToken) =>
        await TryAsync(await opening.ConfigureAwait(false), command, cancellationToken).ConfigureAwait(false);

    private Task<Verdict> TryAsync(KeyRing keys, AddressedCommand command, CancellationToken cancellationToken)
    {
        var place = StreamPlace.Of(keys, command.Tenant, command.Customer);
        return WriteAsync(place, command, _marks?.SettledAsync(place.Stream) ?? Task.CompletedTask, cancellationToken);
    }

    private async Task<Verdict> WriteAsync(StreamPlace place, AddressedCommand command, Task after, CancellationToken cancellationToken)
    {
        long start = _time.GetTimestamp();
        Verb verb = command.Command.Verb;
        using Activity? activity = LedgerTelemetry.StartCommand(verb);
        try
        {
            Verdict verdict = await WriteInTurnAsync(place, command, after, cancellationToken).ConfigureAwait(false);
            LedgerTelemetry.Answered(activity, verb, verdict, _time.GetElapsedTime(start));
            return verdict;
        }
        catch (Exception problem)
        {
            LedgerTelemetry.Failed(activity, verb, problem, _time.GetElapsedTime(start));
            throw;
        }
    }

    private async ValueTask<Verdict> WriteInTurnAsync(StreamPlace place, AddressedCommand command, Task after, CancellationToken cancellationToken)
    {
        if (!after.IsCompletedSuccessfully) await after.WaitAsync(cancellationToken).ConfigureAwait(false);
        var pending = new PendingCommand(command, place, LedgerCodec.HashContent(command.Customer, command.By, command.Command));
        using IDisposable turn = await _gates.EnterAsync(place.Stream, cancellationToken).ConfigureAwait(false);
        try
        {
            return await DecideOnRecentAsync(pending, cancellationToken).ConfigureAwait(false)
                ?? await DecideOnStoredAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerOutcomeUnknownException unknown)
        {
            _recent.Distrust(place.Stream);
            return await SettleAsync(pending, unknown, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _recent.Distrust(place.Stream);
            throw;
        }
    }

    /// <summary>Goes round once more under the same command id: what was written is found, and what was not is written.</summary>
    private async Task<Verdict> SettleAsync(PendingCommand pending, LedgerOutcomeUnknownException unknown, CancellationToken cancellationToken)
    {
        long triedAt = pending.DecidedAtVersion;
        try
        {
            Verdict verdict = await DecideOnStoredAsync(pending, cancellationToken).ConfigureAwait(false);

            // Where nobody wrote since, the first append may still be on its way, and then a refusal would not be the last word.
            if (verdict.Refusal is null || pending.DecidedAtVersion != triedAt) return verdict;
        }
        catch (Exception again) when (again is LedgerUnavailableException or LedgerOutcomeUnknownException or LedgerDataException or OperationCanceledException)
        {
            throw new LedgerOutcomeUnknownException(pending.Addressed, again);
        }

        throw new LedgerOutcomeUnknownException(pending.Addressed, unknown);
    }

    private async ValueTask<Verdict?> DecideOnRecentAsync(PendingCommand pending, CancellationToken cancellationToken) =>
        _recent.TryFind(pending.Stream, out LoadedRecord? recent)
            ? await DecideAsync(pending, recent, isRecent: true, cancellationToken).ConfigureAwait(false)
            : null;

    private async ValueTask<Verdict> DecideOnStoredAsync(PendingCommand pending, CancellationToken cancellationToken)
    {
        var scope = new LoadScope(pending.Command.Touches, pending.Command.Id);
        for (int attempt = 1; attempt <= Options.MaxAttempts; attempt++)
        {
            StoredStream? stored = await LoadAsync(pending.Stream, scope, cancellationToken).ConfigureAwait(false);
            StreamSeal seal = SealOf(pending.Place, stored);
            if (stored?.Command is { } before) return await AnswerAgainAsync(pending, before, seal, cancellationToken).ConfigureAwait(false);
            LoadedRecord known = Known(pending.Addressed.Customer, stored, seal);
            if (await DecideAsync(pending, known, isRecent: false, cancellationToken).ConfigureAwait(false) is { } verdict) return verdict;
        }

        throw new LedgerUnavailableException(
            $"Other writers changed this customer's record {Options.MaxAttempts} times while the command was decided. Nothing was written; send it again.");
    }

    /// <summary>Decides a command on a record and appends what follows from it; null when that has to be done again on what the store has now.</summary>
    private async ValueTask<Verdict?> DecideAsync(PendingCommand pending, LoadedRecord known, bool isRecent, CancellationToken cancellationToken)
    {
        Command command = pending.Command;
        pending.DecidedAtVersion = known.Record.Version;
        await _beginning.BeginAsync(_beginsThrough, cancellationToken).ConfigureAwait(false);
        if (pending.References.Count < command.ReferencesNeeded)
            pending.References = await _references.TakeAsync(pending.Addressed.Tenant, command.ReferencesNeeded, cancellationToken).ConfigureAwait(false);
        Instant now = Now();
        var at = new Circumstances(
            now, command.OccurredAt ?? now, pending.Addressed.By, _calendars, pending.References, Options.Zone);
        Outcome outcome = Decide(command, known.Record, at);
        if (outcome.Refusal is { } refusal) return isRecent ? null : new Verdict(refusal);

        StreamAppend append = AppendDraft.Of(pending, known, outcome, isRecent);
        if (DocumentRoom.Refuse(append, outcome.Next) is { } tooMuch) return isRecent ? null : new Verdict(tooMuch.WithLegalNow(command, known.Record));
        switch (await AppendAsync(append, cancellationToken).ConfigureAwait(false))
        {
            case AppendResult.Appended:
                _recent.Keep(pending.Stream, known with { Record = outcome.Next, Head = append.Head });
                return new Verdict(outcome.Entries, outcome.Next, isReplay: false);
            case AppendResult.Replayed replayed:
                return await ReplayAsync(pending, replayed.FirstVersion, replayed.LastVersion, known.Seal, cancellationToken).ConfigureAwait(false);
            case AppendResult.CommandIdReused when known.Record.Version > 0:
                return Reused();
            case AppendResult.CommandIdReused:
                // The stream was made meanwhile, with a key of its own: only under that can the contents be compared.
                break;
            case AppendResult.Conflict conflict:
                _recent.Distrust(pending.Stream);
                LedgerTelemetry.Conflicted(command.Verb);
                LogConflict(_logger, known.Record.Version, conflict.ActualVersion);
                break;
            case AppendResult.CommitmentExists:
                // The record of a moment ago has open commitments only: this one is closed, and the store has it.
                break;
        }

        return null;
    }

    /// <summary>Loads. Where nobody traces there is no step to begin and end, and nothing is awaited for it.</summary>
    private ValueTask<StoredStream?> LoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken) =>
        LedgerTelemetry.IsTraced ? TraceLoadAsync(stream, scope, cancellationToken) : Store.LoadAsync(stream, scope, cancellationToken);

    private async ValueTask<StoredStream?> TraceLoadAsync(StreamKey stream, LoadScope scope, CancellationToken cancellationToken)
    {
        using Activity? step = LedgerTelemetry.StartStep("load");
        return await Store.LoadAsync(stream, scope, cancellationToken).ConfigureAwait(false);
    }

    private static Outcome Decide(Command command, CustomerRecord record, Circumstances at)
    {
        using Activity? step = LedgerTelemetry.StartStep("decide");
        return Outcome.On(command, record, at);
    }

    private ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken) =>
        LedgerTelemetry.IsTraced ? TraceAppendAsync(append, cancellationToken) : _writer.AppendAsync(append, cancellationToken);

    private async ValueTask<AppendResult> TraceAppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        using Activity? step = LedgerTelemetry.StartStep("append");
        return await _writer.AppendAsync(append, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>This host's time.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be right.</exception>
    private Instant Now()
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        return YearStarts.AreAround(Microseconds.Of(now)) ? Microseconds.Truncate(now) : throw new LedgerUnavailableException(
            $"This host's clock is outside the years {WorkingCalendar.FirstYear} to {WorkingCalendar.LastYear} that the ledger keeps. Nothing was written; set the clock and try again.");
    }
}
