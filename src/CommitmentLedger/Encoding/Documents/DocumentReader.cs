using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;

namespace CommitmentLedger.Serialization;

/// <summary>Reads the values of a document in the order in which <see cref="DocumentWriter"/> wrote them.</summary>
/// <remarks>Bytes that were damaged end in a <see cref="FormatException"/> or in the refusal of the value that they would have made.</remarks>
internal ref struct DocumentReader
{
    private ReadOnlySpan<byte> _rest;

    public delegate T ValueReader<out T>(ref DocumentReader from);

    /// <summary>Reads a document of a form from 1 to the current one.</summary>
    /// <exception cref="FormatException">It is of a form that is not known.</exception>
    public static DocumentReader Of(ReadOnlyMemory<byte> document, long currentForm)
    {
        var from = new DocumentReader { _rest = document.Span };
        from.Form = from.Number();
        return from.Form >= 1 && from.Form <= currentForm ? from : throw new FormatException("The form of the document is not known.");
    }

    /// <summary>Which form the document has: a value that came later is not in an earlier form.</summary>
    public long Form { get; private set; }

    /// <summary>Checks that everything was read.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty) throw Damaged();
    }

    public long Number()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number of things, each of which takes at least a byte.</summary>
    public int Count()
    {
        ulong value = Unsigned();
        return value <= (ulong)_rest.Length ? (int)value : throw Damaged();
    }

    public int Int() => checked((int)Number());

    public bool Flag() => Unsigned() switch
    {
        0 => false,
        1 => true,
        _ => throw Damaged(),
    };

    /// <summary>One of the named values of an enumeration.</summary>
    public T Kind<T>()
        where T : struct, Enum
    {
        T value = Unsafe.BitCast<int, T>(Int());
        return Enum.IsDefined(value) ? value : throw Damaged();
    }

    public string? OptionalText()
    {
        ulong length = Unsigned();
        if (length == 0) return null;
        if (length - 1 > (ulong)_rest.Length) throw Damaged();
        return Encoding.UTF8.GetString(Take((int)length - 1));
    }

    public string Text() => OptionalText() ?? throw Damaged();

    public Guid Id() => new(Take(16), bigEndian: true);

    public Instant Instant() => Microseconds.ToInstant(BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))));

    public decimal Decimal() => new([Int(), Int(), Int(), Int()]);

    public T? Optional<T>(ValueReader<T> read)
        where T : class => Flag() ? read(ref this) : null;

    public T? OptionalValue<T>(ValueReader<T> read)
        where T : struct => Flag() ? read(ref this) : null;

    public ValueList<T> List<T>(ValueReader<T> read)
    {
        int count = Count();
        if (count == 0) return default;
        var values = new T[count];
        for (int index = 0; index < count; index++) values[index] = read(ref this);
        return new ValueList<T>(values);
    }

    private ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw Damaged();
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static FormatException Damaged() => new("The document ends too early, or holds what it cannot hold.");
}
