using System.Globalization;

namespace CommitmentLedger;

/// <summary>Makes lists that never change; a collection expression calls it: <c>Terms = [Term.Of("adults", 4)]</c>.</summary>
public static class ValueListBuilder
{
    /// <summary>Copies the elements into a list.</summary>
    /// <exception cref="ArgumentException">An element is null.</exception>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
    {
        for (int index = 0; index < items.Length; index++)
        {
            if (items[index] is null)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Element {index} of this list of {typeof(T).Name} is null; leave it out."), nameof(items));
        }

        return new ValueList<T>(items.ToArray());
    }
}
