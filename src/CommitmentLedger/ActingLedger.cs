using CommitmentLedger.Engine;

namespace CommitmentLedger;

/// <summary>The ledger in the hands of somebody who acts. Cheap to make; safe for use by many threads.</summary>
public sealed partial class ActingLedger
{
    private readonly LedgerEngine _engine;
    private readonly TenantId _tenant;

    internal ActingLedger(LedgerEngine engine, TenantId tenant, Actor actor) => (_engine, _tenant, Actor) = (engine, tenant, actor);

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>Sends a command and gives the answer as a value: what was recorded, or a refusal.</summary>
    /// <remarks>Sending the same command again, after a failure or by mistake, gives the first result and records nothing new.</remarks>
    /// <exception cref="ArgumentException">The command lacks a part that it needs.</exception>
    /// <exception cref="LedgerUnavailableException">Nothing was written; try again later.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">It may have been written; send the same command again.</exception>
    /// <exception cref="LedgerDataException">What the store holds cannot be read by this version of the library.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time; nothing was written.</exception>
    public Task<Verdict> TryAsync(CustomerId customer, Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _engine.TryAsync(_tenant, customer, Actor, command, cancellationToken);
    }

    /// <summary>Sends a command that is expected to be accepted.</summary>
    /// <exception cref="RefusedException">The command was refused; the exception says why and what would be legal.</exception>
    /// <inheritdoc cref="TryAsync"/>
    public async Task<Verdict> DoAsync(CustomerId customer, Command command, CancellationToken cancellationToken = default)
    {
        Verdict verdict = await TryAsync(customer, command, cancellationToken).ConfigureAwait(false);
        return verdict.Refusal is { } refusal ? throw new RefusedException(refusal) : verdict;
    }

    /// <summary>What to know before speaking to the customer. That it was read is recorded in the background and delays nobody.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read now.</exception>
    /// <exception cref="LedgerDataException">What the store holds cannot be read by this version of the library.</exception>
    public Task<Briefing> BriefAsync(CustomerId customer, Occasion occasion, CancellationToken cancellationToken = default)
    {
        _ = occasion.ToString();
        return _engine.BriefAsync(_tenant, customer, Actor, occasion, cancellationToken);
    }
}
