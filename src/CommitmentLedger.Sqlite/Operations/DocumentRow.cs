using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite;

/// <summary>A commitment's document as columns. Its lookups stand one after the other in one value.</summary>
internal static class DocumentRow
{
    /// <summary>Reads the document that begins at a column: tenant, commitment, is open, due, owner, lookups, state.</summary>
    public static CommitmentDocument Read(Statement row, int first, StreamKey stream) => new()
    {
        Stream = stream,
        Tenant = TenantKey.FromBytes(row.Bytes(first)),
        Commitment = new CommitmentId(row.Id(first + 1)),
        IsOpen = row.Number(first + 2) == 1,
        Due = row.Due(first + 3),
        Owner = row.Text(first + 4),
        Lookups = Unpack(row.Bytes(first + 5)),
        State = row.Bytes(first + 6).ToArray(),
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
