using CommitmentLedger.Engine;

namespace CommitmentLedger;

/// <summary>A customer who is being served by somebody. Cheap to make; safe for use by many threads.</summary>
public sealed partial class CustomerLedger
{
    private readonly LedgerEngine _engine;
    private readonly TenantId _tenant;

    internal CustomerLedger(LedgerEngine engine, TenantId tenant, CustomerId customer, Actor actor) =>
        (_engine, _tenant, Customer, Actor) = (engine, tenant, customer, actor);

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>The actor.</summary>
    public Actor Actor { get; }

    /// <summary>Sends a command and gives the answer as a value: what was recorded, or a refusal.</summary>
    /// <remarks>Sending the same command again, after a failure or by mistake, gives the first result and records nothing new.</remarks>
    /// <exception cref="ArgumentException">The command lacks a part that it needs.</exception>
    /// <exception cref="LedgerUnavailableException">Nothing was written; try again later.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">
    /// It may have been written. Sending the same command again, or <see cref="Ledger.SettleAsync"/>, finds out and finishes it. The ledger
    /// has tried that once already.
    /// </exception>
    /// <exception cref="LedgerDataException">What the store holds cannot be read by this version of the library.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time; nothing was written.</exception>
    public Task<Verdict> TryAsync(Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _engine.TryAsync(new AddressedCommand(_tenant, Customer, Actor, command), cancellationToken);
    }

    /// <summary>Sends a command that is expected to be accepted.</summary>
    /// <exception cref="RefusedException">The command was refused; the exception says why and what would be legal.</exception>
    /// <inheritdoc cref="TryAsync"/>
    public async Task<Verdict> DoAsync(Command command, CancellationToken cancellationToken = default)
    {
        Verdict verdict = await TryAsync(command, cancellationToken).ConfigureAwait(false);
        return verdict.Refusal is { } refusal ? throw new RefusedException(refusal) : verdict;
    }

    /// <summary>Reads the briefing, for somebody who is about to speak to the customer. The ledger records the reading in the background.</summary>
    /// <remarks>To read without leaving a mark, use <see cref="Ledger.ReadAsync"/>.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    /// <exception cref="LedgerDataException">What the store holds cannot be read by this version of the library.</exception>
    public Task<Briefing> BriefAsync(Occasion occasion, CancellationToken cancellationToken = default)
    {
        _ = occasion.ToString();
        return _engine.BriefAsync(_tenant, Customer, Actor, occasion, cancellationToken);
    }
}
