using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>A commitment's document as columns. Its lookups stand one after the other in one value.</summary>
internal static class DocumentRow
{
    /// <summary>Reads the document whose columns begin at a place: commitment, due, owner, lookups, state.</summary>
    public static CommitmentDocument Read(PreparedStatement row, int first, StreamKey stream, TenantKey tenant, bool isOpen) => new()
    {
        Stream = stream,
        Tenant = tenant,
        Commitment = new CommitmentId(row.Id(first)),
        IsOpen = isOpen,
        Due = row.Due(first + 1),
        Owner = row.Text(first + 2),
        Lookups = Unpack(row.Bytes(first + 3)),
        State = row.Bytes(first + 4).ToArray(),
    };

    public static byte[] Pack(ValueList<LookupDigest> lookups)
    {
        byte[] packed = new byte[lookups.Count * LookupDigest.Length];
        for (int index = 0; index < lookups.Count; index++) lookups[index].CopyTo(packed.AsSpan(index * LookupDigest.Length));
        return packed;
    }

    private static ValueList<LookupDigest> Unpack(ReadOnlySpan<byte> packed)
    {
        Span<LookupDigest> lookups = stackalloc LookupDigest[packed.Length / LookupDigest.Length];
        for (int index = 0; index < lookups.Length; index++)
            lookups[index] = LookupDigest.FromBytes(packed.Slice(index * LookupDigest.Length, LookupDigest.Length));
        return [.. lookups];
    }
}
