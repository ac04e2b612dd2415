using System.Text;
using CommitmentLedger;
using CommitmentLedger.Storage;

namespace WritingAStore;

/// <summary>A file that only grows: lengths, digest and bytes of one append after another. Open in one process at a time.</summary>
internal sealed class AppendLog(string path) : IDisposable
{
    #region WritingAStore_Lock
    private const int LengthsLength = 2 * sizeof(int);
    private const int HeaderLength = LengthsLength + Digest.Length;

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
    /// <summary>Reads every record. Only the last may be unfinished, and is cut off: nobody was told that it was written.</summary>
    /// <exception cref="LedgerUnavailableException">A record is there whole and damaged. Nothing is cut off: what follows it was acknowledged.</exception>
    public IEnumerable<StreamAppend> ReadAll()
    {
        for (long start = _file.Position = 0; start < _file.Length; start = _file.Position)
        {
            if (ReadOrNull(HeaderLength) is not { } header || ReadOrNull(LengthIn(header, start)) is not { } bytes)
            {
                _file.SetLength(start);
                yield break;
            }

            yield return Digest.Of(bytes) == Digest.FromBytes(header.AsSpan(LengthsLength)) ? AppendRecord.Read(bytes) : throw Damaged(start);
        }
    }

    private byte[]? ReadOrNull(int length) =>
        length <= _file.Length - _file.Position ? new BinaryReader(_file, Encoding.UTF8, leaveOpen: true).ReadBytes(length) : null;

    // The length is there twice, once inverted: a damaged one must not pass for a record that ends beyond the file.
    private static int LengthIn(byte[] header, long start) =>
        BitConverter.ToInt32(header) is >= 0 and var length && length == ~BitConverter.ToInt32(header, sizeof(int)) ? length : throw Damaged(start);

    private static LedgerUnavailableException Damaged(long start) => new($"The record at byte {start} is damaged. Nothing was cut off. Restore the file from a copy.");
    #endregion

    #region WritingAStore_Durable
    /// <summary>Writes records one after another, and returns when the disk has them.</summary>
    public void Write(IEnumerable<StreamAppend> appends)
    {
        foreach (byte[] bytes in appends.Select(AppendRecord.Write))
            _file.Write([.. BitConverter.GetBytes(bytes.Length), .. BitConverter.GetBytes(~bytes.Length), .. Digest.Of(bytes).ToBytes(), .. bytes]);
        _file.Flush(flushToDisk: true);
    }
    #endregion

    public bool IsOpen => _file.CanRead;

    public void Dispose() => _file.Dispose();
}
