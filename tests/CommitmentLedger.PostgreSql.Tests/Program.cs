using CommitmentLedger;
using CommitmentLedger.Conformance;
using CommitmentLedger.Storage;

// The kit starts this assembly as a process to kill: crash-child <connection string> <schema>.
if (args is not ["crash-child", var server, var schema]) return 64;
await using var store = new PostgreSqlLedgerStore(new PostgreSqlLedgerOptions { ConnectionString = server, Schema = schema });
await CrashChild.RunAsync(store, Console.Out);
return 0;
