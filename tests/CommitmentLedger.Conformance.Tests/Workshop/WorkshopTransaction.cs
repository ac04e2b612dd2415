using System.Data;
using System.Data.Common;

namespace CommitmentLedger.Conformance.Tests.Workshop;

/// <summary>A transaction that does what was staged when it commits.</summary>
internal sealed class WorkshopTransaction(long number) : DbTransaction
{
    private WorkshopData? _seen;

    /// <summary>Its number in the order of beginning.</summary>
    public long Number => number;

    public List<Action> Staged { get; } = [];

    public bool HasEnded { get; private set; }

    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

    protected override DbConnection? DbConnection => null;

    /// <summary>The data as the transaction sees them: as they were at its first use, with what it wrote since.</summary>
    public WorkshopData See(WorkshopData data)
    {
        if (_seen is not null) return _seen;
        _seen = new WorkshopData();
        lock (data.Lock) _seen.CopyFrom(data);
        return _seen;
    }

    public override void Commit()
    {
        foreach (Action action in Staged) action();
        Rollback();
    }

    public override void Rollback()
    {
        Staged.Clear();
        HasEnded = true;
    }
}
