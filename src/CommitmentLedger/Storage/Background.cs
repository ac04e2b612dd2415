namespace CommitmentLedger.Storage;

/// <summary>Does work that is nobody's own: it runs outside the transaction, the trace and whatever else surrounds the caller who happens to start it.</summary>
internal static class Background
{
    public static Task RunAsync(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed()) return Task.Run(work, CancellationToken.None);
        using (ExecutionContext.SuppressFlow()) return Task.Run(work, CancellationToken.None);
    }
}
