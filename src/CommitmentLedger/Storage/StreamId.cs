namespace CommitmentLedger.Storage;

/// <summary>Which stream, for the hash chain: 16 random bytes that are drawn with its first entry and say nothing about the customer.</summary>
/// <remarks>
/// It stays for as long as the stream does. The <see cref="StreamKey"/>, under which the stream is found, may change; the chain does not
/// rest on it.
/// </remarks>
public readonly record struct StreamId
{
    /// <summary>The length in bytes.</summary>
    public const int Length = Key16.Length;

    private readonly Key16 _id;

    private StreamId(Key16 id) => _id = id;

    /// <summary>Draws the id of a new stream.</summary>
    public static StreamId New() => new(Key16.Random());

    /// <summary>Reads the id back from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 16 bytes.</exception>
    public static StreamId FromBytes(ReadOnlySpan<byte> bytes) => new(Key16.FromBytes(bytes));

    /// <summary>The id's bytes.</summary>
    public byte[] ToBytes() => _id.ToBytes();

    /// <summary>Writes the id's 16 bytes.</summary>
    public void CopyTo(Span<byte> destination) => _id.CopyTo(destination);

    /// <summary>The id as 32 hexadecimal digits.</summary>
    public override string ToString() => _id.ToString();
}
