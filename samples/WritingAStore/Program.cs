using CommitmentLedger.Conformance;
using WritingAStore;

#region WritingAStore_Main
if (args is ["crash-child", var path])
{
    using FileLedgerStore store = await FileLedgerStore.OpenAsync(path);
    await CrashChild.RunAsync(store, Console.Out);
    return 0;
}

ConformanceReport report = await ConformanceKit.RunAsync(() => new FileStoreUnderTest());
Console.WriteLine(report.ToMarkdown());
return report.Conforms ? 0 : 1;
#endregion
