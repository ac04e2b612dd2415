using System.Collections;

namespace CommitmentLedger.Conformance;

/// <summary>A list that cancels a token at the moment its reader reaches one of its items: a caller who gives up in the middle.</summary>
internal sealed class CancellingList<T>(IReadOnlyList<T> items, int cancelAt, CancellationTokenSource source) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            if (index == cancelAt) source.Cancel();
            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
