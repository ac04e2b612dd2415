using System.Data;
using System.Data.Common;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>A transaction that does what was staged when it commits.</summary>
internal sealed class WorkshopTransaction(long number) : DbTransaction
{
    /// <summary>Its number in the order of beginning.</summary>
    public long Number => number;

    public List<Action> Staged { get; } = [];

    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

    protected override DbConnection? DbConnection => null;

    public override void Commit()
    {
        foreach (Action action in Staged) action();
        Staged.Clear();
    }

    public override void Rollback() => Staged.Clear();
}
