namespace CommitmentLedger.Repository.Tests.Snippets;

#region CallbackDesk
internal sealed class CallbackDesk(CustomerLedger customer)
{
    public async Task<Receipt> PromiseAsync(CommitmentId commitment, Promise promise)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await customer.PromiseAsync(commitment, promise);
            }
            catch (Exception busy) when (attempt < 3 && busy is (LedgerUnavailableException or LedgerOutcomeUnknownException))
            {
                await Task.Yield(); // In production, wait a little longer after each attempt.
            }
        }
    }
}
#endregion
