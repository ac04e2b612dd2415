return await CommitmentLedger.Transactions.Tests.CrashingHost.RunAsync(args);
