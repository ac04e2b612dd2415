return await CommitmentLedger.Sqlite.Tests.Support.ChildRoles.RunAsync(args);
