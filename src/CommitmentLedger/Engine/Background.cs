using System.Transactions;

namespace CommitmentLedger.Engine;

/// <summary>Does work that is nobody's own: it runs outside the transaction, the trace and whatever else surrounds the caller who happens to start it.</summary>
internal static class Background
{
    /// <summary>Whether a transaction surrounds the caller; asking within a scope that is completed already is a mistake to .NET and a yes here.</summary>
    public static bool IsSurrounded
    {
        get
        {
            try
            {
                return Transaction.Current is not null;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    public static Task RunAsync(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Task.Run(work, CancellationToken.None);
        using (ExecutionContext.SuppressFlow()) return Task.Run(work, CancellationToken.None);
    }
}
