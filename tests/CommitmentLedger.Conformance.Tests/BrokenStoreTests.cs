using CommitmentLedger.Conformance.Tests.Broken;
using CommitmentLedger.Conformance.Tests.Crashing;
using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The kit has teeth: each store with one fault fails the check that is meant for it.</summary>
public class BrokenStoreTests
{
    private const string TwoProcesses = "Two living processes that write at the same time lose nothing";
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
    public async Task The_kit_catches_a_lock_that_only_its_own_process_knows()
    {
        Func<Task> run = () => ConformanceKit.Check(TwoProcesses).RunAsync(new SharedFileUnderTest(CrashingStore.LocksOnlyItself));

        (await run.Should().ThrowAsync<ConformanceException>()).Which.Message.Should().Contain(TwoProcesses);
    }

    [Fact]
    public async Task Only_two_living_processes_show_that_lock()
    {
        ConformanceReport report = await ConformanceKit.RunAsync(() => new SharedFileUnderTest(CrashingStore.LocksOnlyItself));

        report.Results.Where(result => result.Outcome == CheckOutcome.Failed).Should().ContainSingle().Which.Check.Should().Be(TwoProcesses);
    }

    [Fact]
    public async Task Processes_that_share_a_file_and_lock_each_other_out_pass()
    {
        CheckResult result = await ConformanceKit.Check(TwoProcesses).RunAsync(new SharedFileUnderTest(CrashingStore.Shared));

        result.Outcome.Should().Be(CheckOutcome.Passed);
    }

    [Theory]
    [InlineData("What one instance was told is written is in another's history at once")]
    [InlineData("What one instance was told is written is in another's feed at once")]
    [InlineData("What one instance was told is written is in another's answers at once")]
    [InlineData("Damage in the middle is not cut off")]
    [InlineData("The bytes of a scrubbed body are gone from the data files too")]
    public async Task Only_one_check_sees_the_fault(string check)
    {
        BrokenStore broken = BrokenStores.All.Single(broken => broken.Check == check);

        ConformanceReport report = await ConformanceKit.RunAsync(() => new WorkshopUnderTest(broken.Open));

        report.Results.Where(result => result.Outcome == CheckOutcome.Failed).Select(result => result.Check).Should().Equal(check);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_after_a_kill_is_reported_as_that()
    {
        Func<Task> run = () => ConformanceKit.Check("Every acknowledged append is there after the process was killed").RunAsync(new RefusesAfterAKill());

        (await run.Should().ThrowAsync<ConformanceException>()).Which.Message.Should().Contain("opening after the kill: LedgerUnavailableException: The file is damaged.");
    }

    [Fact]
    public void Every_check_has_a_broken_store_that_it_must_catch()
    {
        IEnumerable<string> seenToFail = [SecondInstance, TwoProcesses, .. Crashes.Select(crash => (string)crash[1]), .. BrokenStores.All.Select(broken => broken.Check)];

        ConformanceKit.Names.Except(seenToFail).Should().BeEmpty("a check that was never seen to fail may check nothing");
    }

    private static string NameOf(BrokenStore broken) => broken.Open(new WorkshopData()).GetType().Name;
}
