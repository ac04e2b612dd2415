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

    [Fact]
    public async Task A_store_that_writes_alone_is_not_asked_to_let_others_write()
    {
        CheckResult result = await ConformanceKit.Check("A store that does not write alone lets others append while a transaction that has written is open")
            .RunAsync(new WorkshopUnderTest(data => new SingleWriter(data)));

        (result.Outcome, result.Detail).Should().Be((CheckOutcome.DoesNotApply, "The store writes alone: nobody writes beside an open transaction that has written."));
    }

    private void Say(CheckResult result)
    {
        result.Outcome.Should().NotBe(CheckOutcome.Failed);
        output.WriteLine($"{result.Outcome}: {result.Detail}");
    }

    private sealed class SingleWriter(WorkshopData data) : WorkshopStore(data)
    {
        public override bool WritesAlone => true;
    }
}
