using CommitmentLedger.Commands;
using CommitmentLedger.Events;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>One customer with one promise, about which many callers note that the customer asked again: writes that leave the record as long as it was.</summary>
internal sealed class Doubts(Ledger ledger, CustomerId customer, CommitmentId commitment)
{
    private static readonly Instant Due = Instant.FromUtc(2099, 12, 31, 12, 0);
    private static readonly Actor Desk = new(Team.Of("desk"), Channel.Phone);

    public CustomerId Customer => customer;

    public CommitmentId Commitment => commitment;

    /// <summary>Begins with a promise to a new customer.</summary>
    public static async Task<Doubts> BeginAsync(Workbench bench)
    {
        var result = new Doubts(bench.Ledger, bench.NewCustomer(), CommitmentId.New());
        await bench.Ledger.ActingAs(Desk).For(result.Customer).PromiseAsync(result.Commitment, CustomerStory.PromiseOf(1, Due));
        return result;
    }

    /// <summary>Notes one more, and sends it again, with the same command id, until the ledger has it.</summary>
    public async Task NoteAsync()
    {
        var command = new AskAgain(commitment);
        while (true)
        {
            try
            {
                await ledger.ActingAs(Desk).For(customer).DoAsync(command);
                return;
            }
            catch (Exception problem) when (problem is LedgerUnavailableException or LedgerOutcomeUnknownException)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>How many are in the ledger.</summary>
    public async Task<long> CountAsync() => await ledger.ReadHistoryAsync(customer).LongCountAsync(entry => entry.Event is AskedAgain);
}
