using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace CommitmentLedger.Serialization;

/// <summary>Writes the values of a document one after the other, in as few bytes as they need.</summary>
/// <remarks>Nothing says what a value is: reader and writer of one form agree on the order. What is absent takes one zero byte.</remarks>
internal ref struct DocumentWriter
{
    private const int UsualLength = 1_024;

    private byte[] _bytes;
    private int _length;

    public delegate void ValueWriter<T>(ref DocumentWriter to, T value);

    /// <summary>Begins a document of a form.</summary>
    public static DocumentWriter Of(long form)
    {
        var to = new DocumentWriter { _bytes = ArrayPool<byte>.Shared.Rent(UsualLength) };
        to.Number(form);
        return to;
    }

    /// <summary>A whole number, the nearer to zero the shorter.</summary>
    public void Number(long value) => Count((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A number that is never negative, the smaller the shorter.</summary>
    public void Count(ulong value)
    {
        Span<byte> room = Room(10);
        int length = 0;
        for (; value >= 0x80; value >>= 7) room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        _length += length;
    }

    public void Flag(bool value) => Count(value ? 1UL : 0);

    /// <summary>A text, or that there is none.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Count(0);
            return;
        }

        int length = Encoding.UTF8.GetByteCount(value);
        Count((ulong)length + 1);
        Encoding.UTF8.GetBytes(value, Room(length));
        _length += length;
    }

    public void Id(Guid value)
    {
        value.TryWriteBytes(Room(16), bigEndian: true, out int written);
        _length += written;
    }

    /// <summary>An instant in whole microseconds.</summary>
    public void Instant(Instant value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), Microseconds.Of(value));
        _length += sizeof(long);
    }

    public void Decimal(decimal value)
    {
        Span<int> numbers = stackalloc int[4];
        decimal.GetBits(value, numbers);
        foreach (int number in numbers) Number(number);
    }

    /// <summary>Something, or that there is nothing.</summary>
    public void Optional<T>(T? value, ValueWriter<T> write)
        where T : class
    {
        Flag(value is not null);
        if (value is not null) write(ref this, value);
    }

    /// <summary>Something, or that there is nothing.</summary>
    public void Optional<T>(T? value, ValueWriter<T> write)
        where T : struct
    {
        Flag(value is not null);
        if (value is { } given) write(ref this, given);
    }

    public void List<T>(ValueList<T> values, ValueWriter<T> write)
    {
        Count((ulong)values.Count);
        foreach (T value in values.AsSpan()) write(ref this, value);
    }

    /// <summary>The written bytes. Nothing can be written afterwards.</summary>
    public byte[] ToArray()
    {
        byte[] result = _bytes.AsSpan(0, _length).ToArray();
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        return result;
    }

    /// <summary>How many bytes were written, which nobody needs. Nothing can be written afterwards.</summary>
    public int Drop()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        return _length;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length) Grow(length);
        return _bytes.AsSpan(_length);
    }

    private void Grow(int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
