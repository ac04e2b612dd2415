namespace CommitmentLedger.Storage;

/// <summary>A store that can examine itself: schema, indexes, and the settings that durability rests on.</summary>
public interface IStoreDoctor
{
    /// <summary>Examines the store and changes nothing, not by repairing either. It may take long.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>D1</term><description> A fresh store, and one in use, is healthy, and examining changes nothing.</description></item>
    /// <item><term>D2</term><description> When something that truth rests on is gone, such as an index that keeps duplicates out, it finds a danger; or the store refuses to open.</description></item>
    /// </list>
    /// </remarks>
    /// <exception cref="LedgerUnavailableException">The store cannot be reached.</exception>
    Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken);
}
