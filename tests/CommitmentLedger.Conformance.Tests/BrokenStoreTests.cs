using CommitmentLedger.Conformance.Tests.Broken;
using CommitmentLedger.Conformance.Tests.Crashing;
using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The kit has teeth: each store with one fault fails the check that is meant for it.</summary>
public class BrokenStoreTests
{
    private const string SecondInstance = "A second instance on the same data works or is refused, and harms nothing";

    public static TheoryData<string, string> Crashes => new()
    {
        { CrashingStore.AcknowledgesEarly, "Every acknowledged append is there after the process was killed" },
        { CrashingStore.WritesInHalves, "No append is half there after the process was killed" },
        { CrashingStore.WritesInHalves, "After a kill the store takes appends again and knows the old commands" },
    };

    public static TheoryData<string, string> Faults
    {
        get
        {
            var faults = new TheoryData<string, string>();
            foreach (BrokenStore broken in BrokenStores.All) faults.Add(NameOf(broken), broken.Check);
            return faults;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task The_kit_catches(string store, string check)
    {
        BrokenStore broken = BrokenStores.All.Single(broken => broken.Check == check && NameOf(broken) == store);

        Func<Task> run = () => ConformanceKit.Check(check).RunAsync(new WorkshopUnderTest(broken.Open));

        (await run.Should().ThrowAsync<ConformanceException>()).Which.Message.Should().Contain(check).And.Contain(store);
    }

    [Theory, MemberData(nameof(Crashes))]
    public async Task The_kit_catches_what_only_a_killed_process_shows(string fault, string check)
    {
        Func<Task> run = () => ConformanceKit.Check(check).RunAsync(new CrashingUnderTest(fault));

        await run.Should().ThrowAsync<ConformanceException>();
    }

    [Fact]
    public async Task The_kit_catches_a_store_that_lets_a_second_instance_in_though_it_writes_alone()
    {
        Func<Task> run = () => ConformanceKit.Check(SecondInstance).RunAsync(new OpenTwiceUnderTest());

        await run.Should().ThrowAsync<ConformanceException>();
    }

    [Fact]
    public void Every_check_has_a_broken_store_that_it_must_catch()
    {
        IEnumerable<string> seenToFail = [SecondInstance, .. Crashes.Select(crash => (string)crash[1]), .. BrokenStores.All.Select(broken => broken.Check)];

        ConformanceKit.Names.Except(seenToFail).Should().BeEmpty("a check that was never seen to fail may check nothing");
    }

    private static string NameOf(BrokenStore broken) => broken.Open(new WorkshopData()).GetType().Name;
}
