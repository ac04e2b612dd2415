using System.Data.Common;

namespace CommitmentLedger.Transactions.Tests;

/// <summary>What a driver throws when the network fails, at a moment that the test chooses.</summary>
internal sealed class LostConnectionException() : DbException("The connection was lost.")
{
    public override bool IsTransient => true;
}
