using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>Identities as the core draws them, but the same for each stream every time.</summary>
internal static class Identities
{
    /// <summary>The length of a key that is wrapped under a secret.</summary>
    private const int WrappedLength = 93;

    /// <summary>The identity of a stream.</summary>
    public static StreamIdentity Of(StreamKey stream)
    {
        byte[] seed = stream.ToBytes();
        byte[] key = new byte[WrappedLength];
        for (int index = 0; index < key.Length; index++) key[index] = (byte)(seed[index % seed.Length] + index);
        return new StreamIdentity(StreamId.FromBytes(seed.Reverse().ToArray()), key);
    }
}
