using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger;

/// <summary>Where a ledger's store is chosen. Adapters add their own <c>Use…</c> method to it.</summary>
public sealed class CommitmentLedgerBuilder
{
    internal CommitmentLedgerBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that the ledger is registered with.</summary>
    public IServiceCollection Services { get; }
}
