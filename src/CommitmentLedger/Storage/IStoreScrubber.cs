namespace CommitmentLedger.Storage;

/// <summary>A store that can empty bodies for ever while header and body hash stay, so that the hash chain still verifies.</summary>
public interface IStoreScrubber
{
    /// <summary>Empties the bodies of some entries of one stream. Doing it again changes nothing.</summary>
    /// <returns>How many bodies were emptied that were not empty before.</returns>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    /// <exception cref="LedgerOutcomeUnknownException">They may have been emptied; doing it again is safe.</exception>
    Task<int> ScrubAsync(StreamKey stream, ValueList<long> versions, CancellationToken cancellationToken);
}
