namespace CommitmentLedger;

/// <summary>Makes lists that never change; a collection expression calls it: <c>Terms = [Term.Of("adults", 4)]</c>.</summary>
public static class ValueListBuilder
{
    /// <summary>Copies the elements into a list.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
