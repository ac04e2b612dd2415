using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>The first commit succeeds, and its answer does not arrive.</summary>
internal sealed class LosesTheFirstAnswer : DbTransactionInterceptor
{
    public bool HasLost { get; private set; }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (HasLost) return Task.CompletedTask;
        HasLost = true;
        throw new LostConnectionException();
    }
}
