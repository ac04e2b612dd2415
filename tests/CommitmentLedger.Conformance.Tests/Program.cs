using CommitmentLedger.Conformance;
using CommitmentLedger.Conformance.Tests.Crashing;
using WritingAStore;

// The kit starts this assembly as a process to kill: crash-child <fault> <file>.
if (args is not ["crash-child", var fault, var path]) return 1;
if (fault is CrashingStore.Shared or CrashingStore.LocksOnlyItself)
{
    await CrashChild.RunAsync(CrashingStore.OpenShared(fault, path), Console.Out);
    return 0;
}

using FileLedgerStore file = await FileLedgerStore.OpenAsync(path);
await CrashChild.RunAsync(CrashingStore.Open(fault, file), Console.Out);
return 0;
