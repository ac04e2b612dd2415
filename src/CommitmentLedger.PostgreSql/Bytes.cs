using System.Runtime.InteropServices;

namespace CommitmentLedger.PostgreSql;

/// <summary>Bytes as the arrays that the driver takes, copied only when they must be.</summary>
internal static class Bytes
{
    public static byte[] Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) && segment.Offset == 0 && segment.Array!.Length == segment.Count
            ? segment.Array
            : bytes.ToArray();
}
