using System.Data;
using System.Data.Common;

namespace CommitmentLedger.Sqlite.Tests.Support;

/// <summary>A transaction of a provider that no store knows.</summary>
internal sealed class OtherTransaction : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

    protected override DbConnection? DbConnection => null;

    public override void Commit() => throw new InvalidOperationException("Nobody commits this.");

    public override void Rollback() => throw new InvalidOperationException("Nobody rolls this back.");
}
