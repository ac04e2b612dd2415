using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>Streams are locked one after another in the order of the list and released at its end; the database ends the deadlock.</summary>
internal sealed class LocksInOrderOfTheList(WorkshopData data) : WorkshopStore(data)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<StreamKey, SemaphoreSlim> _locks = new();

    public override async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var taken = new List<SemaphoreSlim>();
        try
        {
            foreach (StreamKey stream in appends.Select(append => append.Stream).Distinct())
            {
                SemaphoreSlim turn = _locks.GetOrAdd(stream, static _ => new SemaphoreSlim(1));
                if (!await turn.WaitAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None)) throw new InvalidOperationException("40P01: deadlock detected");
                taken.Add(turn);
                await Task.Delay(1, CancellationToken.None);
            }

            return await base.AppendAsync(appends, cancellationToken);
        }
        finally
        {
            taken.ForEach(turn => turn.Release());
        }
    }
}
