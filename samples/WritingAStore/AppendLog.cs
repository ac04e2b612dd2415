using CommitmentLedger;
using CommitmentLedger.Storage;

namespace WritingAStore;

/// <summary>A file that only grows: length, digest and bytes of one append after another. Open in one process at a time.</summary>
internal sealed class AppendLog(string path) : IDisposable
{
    #region WritingAStore_Lock
    private readonly FileStream _file = Open(path);

    private static FileStream Open(string path)
    {
        try
        {
            // The file is its own lock: the system releases it when the process ends, however it ends.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new LedgerUnavailableException($"'{path}' cannot be opened; another process may have it open. Close that one first.", problem);
        }
    }
    #endregion

    #region WritingAStore_Recovery
    /// <summary>Reads every whole record, then cuts off what a crash left of an unfinished one.</summary>
    public IEnumerable<StreamAppend> ReadAll()
    {
        using var reader = new BinaryReader(_file, System.Text.Encoding.UTF8, leaveOpen: true);
        for (_file.Position = 0; TryRead(reader) is { } append;) yield return append;
    }

    private StreamAppend? TryRead(BinaryReader reader)
    {
        long start = _file.Position;
        int length = _file.Length - start < sizeof(int) + Digest.Length ? -1 : reader.ReadInt32();
        if (length >= 0 && length <= _file.Length - _file.Position - Digest.Length)
        {
            var digest = Digest.FromBytes(reader.ReadBytes(Digest.Length));
            byte[] bytes = reader.ReadBytes(length);
            if (Digest.Of(bytes) == digest) return AppendRecord.Read(bytes);
        }

        _file.SetLength(start);
        return null;
    }
    #endregion

    #region WritingAStore_Durable
    /// <summary>Writes records one after another, and returns when the disk has them.</summary>
    public void Write(IEnumerable<StreamAppend> appends)
    {
        foreach (byte[] bytes in appends.Select(AppendRecord.Write))
            _file.Write([.. BitConverter.GetBytes(bytes.Length), .. Digest.Of(bytes).ToBytes(), .. bytes]);
        _file.Flush(flushToDisk: true);
    }
    #endregion

    public void Dispose() => _file.Dispose();
}
