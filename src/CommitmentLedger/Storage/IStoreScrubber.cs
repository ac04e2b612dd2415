namespace CommitmentLedger.Storage;

/// <summary>A store that can empty bodies for ever while header and body hash stay, so that the hash chain still verifies.</summary>
public interface IStoreScrubber
{
    /// <summary>Empties the bodies of some entries of one stream. Doing it again changes nothing.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><term>S1</term><description> The bodies named are empty from then on; headers, body hashes, head, other bodies and other streams stay.</description></item>
    /// <item><term>S2</term><description> Gone means gone: from history, from the feed, and after opening again.</description></item>
    /// <item><term>S3</term><description> It counts those that were not empty before, each once; streams and versions that the store does not have are passed over.</description></item>
    /// <item><term>S4</term><description> The bytes are gone from the data files too, logs of the store's own included: when the call ends, or as soon as the engine has cleared
    /// up, and then the store's documentation says when that is.</description></item>
    /// </list>
    /// </remarks>
    /// <returns>How many bodies were emptied that were not empty before.</returns>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">They may have been emptied; doing it again is safe.</exception>
    Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken);
}
