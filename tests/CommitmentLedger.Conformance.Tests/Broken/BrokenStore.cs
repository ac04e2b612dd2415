using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A store with one fault, and the check that must find it.</summary>
internal sealed record BrokenStore(string Check, Func<WorkshopData, WorkshopStore> Open);
