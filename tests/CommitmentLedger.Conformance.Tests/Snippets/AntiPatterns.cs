using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>Wrong and right code of the guide. The wrong is compiled too, so that it stays believable.</summary>
internal abstract class AntiPatterns
{
    protected abstract Task<AppendResult> TryAppendAsync(StreamAppend append, CancellationToken cancellationToken);

    protected abstract Task<int> ExecuteAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken);

    protected abstract Task<IReadOnlyList<AppendResult>> AppendInOrderAsync(StreamAppend[] sorted, CancellationToken cancellationToken);

    protected abstract StoredCommand? Find(StreamKey stream, CommandId command);

    protected abstract long VersionOf(StreamKey stream);

    protected abstract AppendResult Write(StreamAppend append);

    #region AntiPattern_Order_Wrong
    public AppendResult JudgesTheVersionFirst(StreamAppend append)
    {
        if (VersionOf(append.Stream) != append.ExpectedVersion) return new AppendResult.Conflict(VersionOf(append.Stream));
        if (Find(append.Stream, append.Command) is { } before) return new AppendResult.Replayed(before.FirstVersion, before.LastVersion);
        return Write(append);
    }
    #endregion

    #region AntiPattern_Order_Right
    public AppendResult JudgesTheCommandFirst(StreamAppend append)
    {
        if (Find(append.Stream, append.Command) is { } before)
        {
            return before.ContentHash == append.ContentHash
                ? new AppendResult.Replayed(before.FirstVersion, before.LastVersion)
                : new AppendResult.CommandIdReused();
        }

        long version = VersionOf(append.Stream);
        return version == append.ExpectedVersion ? Write(append) : new AppendResult.Conflict(version);
    }
    #endregion

    #region AntiPattern_Cancel_Wrong
    public async Task<IReadOnlyList<AppendResult>> StopsInTheMiddleAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        var results = new List<AppendResult>();
        foreach (StreamAppend append in appends) results.Add(await TryAppendAsync(append, cancellationToken));
        return results;
    }
    #endregion

    #region AntiPattern_Cancel_Right
    public async Task<IReadOnlyList<AppendResult>> StopsBeforehandAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var results = new List<AppendResult>();
        foreach (StreamAppend append in appends) results.Add(await TryAppendAsync(append, CancellationToken.None));
        return results;
    }
    #endregion

    #region AntiPattern_Sort_Wrong
    public Task<IReadOnlyList<AppendResult>> AnswersInOrderOfStreamsAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken) =>
        AppendInOrderAsync([.. appends.OrderBy(append => append.Stream)], cancellationToken);
    #endregion

    #region AntiPattern_Sort_Right
    public async Task<IReadOnlyList<AppendResult>> AnswersInOrderOfTheListAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        // OrderBy is stable: two appends of one stream stay in the order of the list.
        int[] order = [.. Enumerable.Range(0, appends.Count).OrderBy(number => appends[number].Stream)];
        IReadOnlyList<AppendResult> sorted = await AppendInOrderAsync([.. order.Select(number => appends[number])], cancellationToken);
        var results = new AppendResult[appends.Count];
        for (int place = 0; place < order.Length; place++) results[order[place]] = sorted[place];
        return results;
    }
    #endregion

    #region AntiPattern_Retry_Wrong
    public async Task<int> SendsAgainByItselfAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(appends, cancellationToken);
        }
        catch (IOException)
        {
            return await ExecuteAsync(appends, cancellationToken);
        }
    }
    #endregion

    #region AntiPattern_Retry_Right
    public async Task<int> SaysWhatIsSoAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(appends, cancellationToken);
        }
        catch (IOException problem)
        {
            throw new LedgerOutcomeUnknownException("The connection broke before the reply. Repeat the command with the same id.", problem);
        }
    }
    #endregion
}
