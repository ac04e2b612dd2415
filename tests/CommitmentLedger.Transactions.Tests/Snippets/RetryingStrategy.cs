using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommitmentLedger.Transactions.Tests.Snippets;

#region RetryingStrategy
/// <summary>Tries a unit of work again after failures that wrote nothing: those that the driver calls transient, and those of the ledger.</summary>
public sealed class RetryingStrategy(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, maxRetryCount: 5, maxRetryDelay: TimeSpan.FromSeconds(5))
{
    protected override bool ShouldRetryOn(Exception exception) => exception is LedgerUnavailableException or DbException { IsTransient: true };
}
#endregion
