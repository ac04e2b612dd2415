using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using CommitmentLedger.Storage;

namespace CommitmentLedger;

/// <summary>One of so many equal shares of all customers, so that a large ledger can be verified a share a night, or on several machines at once.</summary>
/// <value>The <c>default</c> is all customers.</value>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerShare
{
    private const int MaxShares = 10_000;

    private readonly int _number;
    private readonly int _of;

    private LedgerShare(int number, int of) => (_number, _of) = (number, of);

    /// <summary>All customers.</summary>
    public static LedgerShare All => default;

    /// <summary>A share by its number, counted from 1. Which customers are in it depends on their ids alone and never changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not 1 to 10,000 shares, or the number is not one of them.</exception>
    public static LedgerShare Of(int number, int shares)
    {
        if (shares is < 1 or > MaxShares) throw new ArgumentOutOfRangeException(nameof(shares), shares, $"There are 1 to {MaxShares} shares.");
        if (number < 1 || number > shares) throw new ArgumentOutOfRangeException(nameof(number), number, "Shares are counted from 1 to the last one.");
        return new LedgerShare(number, shares);
    }

    /// <summary>The share as it is spoken of: <c>3 of 30</c>, <c>all</c>.</summary>
    public override string ToString() => _of == 0 ? "all" : string.Create(CultureInfo.InvariantCulture, $"{_number} of {_of}");

    internal bool Holds(StreamKey stream)
    {
        if (_of == 0) return true;
        Span<byte> key = stackalloc byte[StreamKey.Length];
        stream.CopyTo(key);
        return BinaryPrimitives.ReadUInt64BigEndian(key) % (ulong)_of == (ulong)(_number - 1);
    }
}
