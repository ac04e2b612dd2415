namespace CommitmentLedger.Transactions.Tests.Databases;

/// <summary>A kind of database of which each test makes one of its own.</summary>
public interface IStartsEmpty<TDatabase>
    where TDatabase : BusinessDatabase
{
    static abstract Task<TDatabase> CreateAsync();
}
