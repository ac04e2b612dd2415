using System.Collections;
using System.Runtime.CompilerServices;

namespace CommitmentLedger;

/// <summary>
/// A list that never changes, has no null in it and is equal to another by its elements, in order. Its <c>default</c> is the empty list.
/// </summary>
[CollectionBuilder(typeof(ValueListBuilder), nameof(ValueListBuilder.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>How many elements there are.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The element at a position counted from zero.</summary>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>The elements, in order.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>A list with one more element at its end.</summary>
    /// <exception cref="ArgumentException">The element is null.</exception>
    public ValueList<T> Add(T item) => [.. _items ?? [], item];

    /// <summary>A list with another element at a position counted from zero.</summary>
    internal ValueList<T> With(int index, T item)
    {
        T[] items = [.. _items ?? []];
        items[index] = item;
        return new ValueList<T>(items);
    }

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in AsSpan()) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Whether both have equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an element or in their order.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Walks through the elements in order.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>A walk through a list that allocates nothing.</summary>
    public struct Enumerator
    {
        private readonly T[]? _items;
        private int _index;

        internal Enumerator(T[]? items) => (_items, _index) = (items, -1);

        /// <summary>The element that the walk has come to.</summary>
        public readonly T Current => _items![_index];

        /// <summary>Goes on to the next element, if there is one.</summary>
        public bool MoveNext() => ++_index < (_items?.Length ?? 0);
    }
}
