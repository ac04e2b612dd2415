using System.Diagnostics;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <content>Records and briefings.</content>
internal sealed partial class LedgerEngine
{
    /// <summary>A customer's record as it stands: the open commitments, and of the closed ones those asked for.</summary>
    public async Task<CustomerRecord> ReadAsync(TenantId tenant, CustomerId customer, ValueList<CommitmentId> closed, CancellationToken cancellationToken)
    {
        var stream = StreamKey.ForCustomer(tenant, customer);
        CustomerRecord record = LedgerCodec.Decode(customer, await Store.LoadAsync(stream, new LoadScope(closed, Command: null), cancellationToken).ConfigureAwait(false));
        LogUnreadable(stream, record);
        return record;
    }

    public async Task<Briefing> BriefAsync(
        TenantId tenant, CustomerId customer, Actor by, Occasion occasion, CancellationToken cancellationToken)
    {
        long start = _time.GetTimestamp();
        using Activity? activity = LedgerTelemetry.StartBriefing();
        var stream = StreamKey.ForCustomer(tenant, customer);
        LoadedRecord known = Known(customer, await LoadAsync(stream, LoadScope.OpenOnly, cancellationToken).ConfigureAwait(false));
        LogUnreadable(stream, known.Record);
        _recent.Keep(stream, known);
        var briefing = Briefing.Compose(known.Record, occasion, Now(), Options.Zone);
        var mark = new AddressedCommand(tenant, customer, by, new Brief(occasion) { OccurredAt = briefing.At });
        if (_marks is null) await MarkAsync(stream, mark, cancellationToken).ConfigureAwait(false);
        else await _marks.AddAsync(stream, () => MarkAsync(stream, mark, CancellationToken.None), cancellationToken).ConfigureAwait(false);
        LedgerTelemetry.Briefed(_time.GetElapsedTime(start));
        return briefing;
    }

    private async Task MarkAsync(StreamKey stream, AddressedCommand mark, CancellationToken cancellationToken)
    {
        Verdict verdict = await WriteAsync(stream, mark, after: Task.CompletedTask, cancellationToken).ConfigureAwait(false);
        if (verdict.Refusal is not { } refusal) return;
        LogMarkRefused(_logger, refusal.Code);
        LedgerTelemetry.LostMark();
    }
}
