using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <content>Whether what is stored is what was written, and making the documents anew.</content>
public sealed partial class Ledger
{
    /// <summary>Has the store examine itself, and says what else is unusual about the ledger: <c>no_secret</c> where it has none. Changes nothing; it may take long.</summary>
    /// <returns>The findings of the store, and then those of the ledger; a store that cannot examine itself has none.</returns>
    /// <exception cref="LedgerSecretException">The secret is not the one that the ledger was begun with.</exception>
    /// <exception cref="LedgerUnavailableException">The store cannot be reached.</exception>
    public async Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken = default)
    {
        DoctorReport report = _engine.Store is IStoreDoctor doctor ? await doctor.ExamineAsync(cancellationToken).ConfigureAwait(false) : new DoctorReport([]);
        if (!report.IsHealthy) return report;
        KeyRing keys = await _engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (keys.SecretId is not null) return report;
        var open = new DoctorFinding(
            "no_secret",
            IsDanger: false,
            "The ledger has no secret: whoever holds the store, or a backup of it, reads all words, and finds telephone numbers by trying all that there are. Begin ledgers with UseSecret.");
        return new DoctorReport([.. report.Findings, open]);
    }

    private async Task<Verification> InspectAsync(Func<Inspector, Task<Verification>> inspect, CancellationToken cancellationToken) =>
        await inspect(new Inspector(_engine.Store, await _engine.OpenAsync(cancellationToken).ConfigureAwait(false), _tenant)).ConfigureAwait(false);

    /// <summary>
    /// Verifies all that is stored of a customer: that no entry was changed, dropped or moved, and that the documents say what the
    /// entries add up to. Changes nothing, and disturbs nobody who writes meanwhile.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">
    /// The ledger cannot be read now. Writers do not keep it from ending, except where 100 times one after the other a commitment was made
    /// and closed between a look at the entries and a look at the documents.
    /// </exception>
    public Task<Verification> VerifyAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
        InspectAsync(inspector => inspector.VerifyAsync(customer, cancellationToken), cancellationToken);

    /// <summary>Verifies all customers of the company, or a share of them, several at once.</summary>
    /// <remarks>
    /// The feed says which customers there are; that a customer was removed with every trace is beyond it. About 50 bytes of memory
    /// are taken for each customer of the share.
    /// </remarks>
    /// <param name="share">Which share of the customers; all by default.</param>
    /// <param name="progress">Told what was verified so far, every thousand customers and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now, or as for one customer.</exception>
    public Task<Verification> VerifyAsync(
        LedgerShare share = default, IProgress<Verification>? progress = null, CancellationToken cancellationToken = default) =>
        InspectAsync(inspector => inspector.EachAsync(share, inspector.VerifyAsync, progress, cancellationToken), cancellationToken);

    /// <summary>
    /// Makes a customer's documents anew from the entries. Entries and hash chain stay untouched; where they are not sound, so do the documents.
    /// What only those entries told whose bodies are gone is not in the documents any more.
    /// </summary>
    /// <returns>The result of verifying the entries on the way.</returns>
    /// <exception cref="NotSupportedException">The store does not implement <see cref="IStoreRebuilder"/>.</exception>
    /// <exception cref="LedgerUnavailableException">The documents were not replaced.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">They may have been replaced; doing it again is safe.</exception>
    public Task<Verification> RebuildAsync(CustomerId customer, CancellationToken cancellationToken = default) =>
        InspectAsync(inspector => inspector.RebuildAsync(customer, cancellationToken), cancellationToken);

    /// <summary>Makes the documents of all customers of the company, or of a share of them, anew from the entries.</summary>
    /// <param name="share">Which share of the customers; all by default.</param>
    /// <param name="progress">Told what was done so far, every thousand customers and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Gives up; what was rebuilt stays rebuilt.</param>
    /// <inheritdoc cref="RebuildAsync(CustomerId, CancellationToken)"/>
    public Task<Verification> RebuildAsync(
        LedgerShare share = default, IProgress<Verification>? progress = null, CancellationToken cancellationToken = default) =>
        InspectAsync(inspector => inspector.EachAsync(share, inspector.RebuildAsync, progress, cancellationToken), cancellationToken);
}
