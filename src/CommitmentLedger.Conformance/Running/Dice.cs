using System.Buffers.Binary;

namespace CommitmentLedger.Conformance;

/// <summary>Seeded randomness (SplitMix64) that gives the same on every machine and in every version of .NET. Not safe for use by many threads; fork one for each.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public Dice Fork() => new(Next());

    /// <summary>A number from 0 to one less than the count.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Once(int inSoMany) => Below(inSoMany) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (int index = 0; index < length; index++)
        {
            if (index % sizeof(ulong) == 0) BinaryPrimitives.WriteUInt64LittleEndian(word, Next());
            bytes[index] = word[index % sizeof(ulong)];
        }

        return bytes;
    }

    public Guid Guid() => new(Bytes(16));

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (int index = shuffled.Length - 1; index > 0; index--)
        {
            int other = Below(index + 1);
            (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
        }

        return shuffled;
    }

    private ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
