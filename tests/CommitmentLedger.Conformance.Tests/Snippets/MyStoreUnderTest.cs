using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests.Snippets;

/// <summary>Stands for the reader's own subject.</summary>
internal sealed class MyStoreUnderTest() : WorkshopUnderTest(data => new WorkshopStore(data));
