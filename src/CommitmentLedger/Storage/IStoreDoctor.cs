namespace CommitmentLedger.Storage;

/// <summary>A store that can examine itself: schema, indexes, and the settings that durability rests on.</summary>
public interface IStoreDoctor
{
    /// <summary>Examines the store and changes nothing.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be reached.</exception>
    Task<DoctorReport> ExamineAsync(CancellationToken cancellationToken);
}
