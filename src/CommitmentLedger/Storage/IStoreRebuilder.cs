namespace CommitmentLedger.Storage;

/// <summary>A store whose documents can be replaced by ones made anew from the entries.</summary>
public interface IStoreRebuilder
{
    /// <summary>Replaces all documents of a stream, entries and hash chain untouched; documents that are not named go.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>R1</term><description> Record and commitments are exactly the new ones, for loads and for questions; entries, head, commands and other streams stay.</description></item>
    /// <item><term>R2</term><description> Another version, or no stream, version 0 included: false, and nothing is written.</description></item>
    /// </list>
    /// </remarks>
    /// <returns>Whether they were replaced: false when the stream has another version or does not exist, so that nothing was written.</returns>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">They may have been replaced; doing it again is safe.</exception>
    Task<bool> ReplaceDocumentsAsync(StreamDocuments documents, CancellationToken cancellationToken);
}
