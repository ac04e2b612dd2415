using CommitmentLedger.Conformance.Tests.Workshop;
using WritingAStore;
using Xunit.Abstractions;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The kit passes the stores that keep the contract.</summary>
public class HonestStoreTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ConformanceKit.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task The_in_memory_store_keeps_the_contract(string name) => Say(await ConformanceKit.Check(name).RunAsync(new InMemoryUnderTest()));

    [Theory, MemberData(nameof(Names))]
    public async Task The_workshop_store_keeps_the_contract(string name) => Say(await ConformanceKit.Check(name).RunAsync(new WorkshopUnderTest(data => new WorkshopStore(data))));

    [Theory, MemberData(nameof(Names))]
    public async Task The_file_store_of_the_sample_keeps_the_contract(string name) => Say(await ConformanceKit.Check(name).RunAsync(new FileStoreUnderTest()));

    private void Say(CheckResult result)
    {
        result.Outcome.Should().NotBe(CheckOutcome.Failed);
        output.WriteLine($"{result.Outcome}: {result.Detail}");
    }
}
