using System.Diagnostics;
using System.Runtime.CompilerServices;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <content>Records and briefings.</content>
internal sealed partial class LedgerEngine
{
    /// <summary>A customer's record as it stands: the open commitments, and of the closed ones those asked for.</summary>
    public async Task<CustomerRecord> ReadAsync(TenantId tenant, CustomerId customer, ValueList<CommitmentId> closed, CancellationToken cancellationToken)
    {
        StreamPlace place = await PlaceAsync(tenant, customer, cancellationToken).ConfigureAwait(false);
        StoredStream? stored = await Store.LoadAsync(place.Stream, new LoadScope(closed, Command: null), cancellationToken).ConfigureAwait(false);
        CustomerRecord record = LedgerCodec.Decode(customer, stored, SealOf(place, stored));
        LogUnreadable(place.Stream, record);
        return record;
    }

    public async Task<Briefing> BriefAsync(
        TenantId tenant, CustomerId customer, Actor by, Occasion occasion, CancellationToken cancellationToken)
    {
        long start = _time.GetTimestamp();
        using Activity? activity = LedgerTelemetry.StartBriefing();
        StreamPlace place = await PlaceAsync(tenant, customer, cancellationToken).ConfigureAwait(false);
        StoredStream? stored = await LoadAsync(place.Stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false);
        LoadedRecord known = Known(customer, stored, SealOf(place, stored));
        LogUnreadable(place.Stream, known.Record);
        _recent.Keep(place.Stream, known);
        var briefing = Briefing.Compose(known.Record, occasion, Now(), Options.Zone);
        var mark = new AddressedCommand(tenant, customer, by, new Brief(occasion) { OccurredAt = briefing.At });
        if (_marks is null) await MarkAsync(place, mark, cancellationToken).ConfigureAwait(false);
        else await _marks.AddAsync(place.Stream, () => MarkAsync(place, mark, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        LedgerTelemetry.Briefed(_time.GetElapsedTime(start));
        return briefing;
    }

    /// <summary>Everything that was ever written of a customer, oldest first, with the seal that it is read by.</summary>
    public async IAsyncEnumerable<(StoredEntry Entry, StreamSeal Seal)> ReadHistoryAsync(
        TenantId tenant, CustomerId customer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StreamPlace place = await PlaceAsync(tenant, customer, cancellationToken).ConfigureAwait(false);
        if (await Store.LoadAsync(place.Stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false) is not { } stored) yield break;
        StreamSeal seal = SealOf(place, stored);
        await foreach (StoredEntry entry in Store.ReadHistoryAsync(place.Stream, afterVersion: 0, cancellationToken).ConfigureAwait(false)) yield return (entry, seal);
    }

    private async ValueTask<StreamPlace> PlaceAsync(TenantId tenant, CustomerId customer, CancellationToken cancellationToken) =>
        StreamPlace.Of(await OpenAsync(cancellationToken).ConfigureAwait(false), tenant, customer);

    private async Task MarkAsync(StreamPlace place, AddressedCommand mark, CancellationToken cancellationToken)
    {
        Verdict verdict = await WriteAsync(place, mark, after: Task.CompletedTask, cancellationToken).ConfigureAwait(false);
        if (verdict.Refusal is not { } refusal) return;
        LogMarkRefused(_logger, refusal.Code);
        LedgerTelemetry.LostMark();
    }

    /// <summary>The seal of a stream; a new one where there is none.</summary>
    private static StreamSeal SealOf(StreamPlace place, StoredStream? stored) => stored is null ? place.Keys.NewSeal() : place.Keys.SealOf(stored.Identity);

    private static LoadedRecord Known(CustomerId customer, StoredStream? stored, StreamSeal seal) =>
        new(LedgerCodec.Decode(customer, stored, seal), stored?.Head ?? default, seal);
}
