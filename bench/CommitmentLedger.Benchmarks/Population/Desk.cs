using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>Somebody who promises something to one customer after the other.</summary>
internal sealed class Desk(Workbench bench, int promisesToEach)
{
    private static readonly Instant Due = Instant.FromUtc(2099, 12, 31, 12, 0);

    private CustomerId _customer;
    private long _promises;

    /// <summary>Gives the next promise, to the next customer when the last one has enough of them.</summary>
    public Task PromiseAsync()
    {
        if (_promises % promisesToEach == 0) _customer = bench.NewCustomer();
        long number = _promises++;
        return bench.Ledger.ActingAs(CustomerStory.TeamOf(number)).For(_customer).PromiseAsync(CommitmentId.New(), CustomerStory.PromiseOf(number, Due));
    }
}
