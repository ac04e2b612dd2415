using CommitmentLedger.Conformance.Tests.Broken;
using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>A subject that cannot be disposed neither hides how its store failed nor passes unseen.</summary>
public class DisposingTests
{
    private static readonly ConformanceCheck OffByOne = ConformanceKit.Check("The feed goes on after every cursor exactly where it was left");

    [Fact]
    public async Task Both_failures_are_reported()
    {
        Func<Task> run = () => OffByOne.RunAsync(new Leftover(data => new FeedIsOffByOne(data)));

        ConformanceException problem = (await run.Should().ThrowAsync<ConformanceException>()).Which;
        problem.Message.Should().Contain("The feed never skips an entry").And.Contain("Cases:    F3 F5").And.Contain("could not be disposed").And.Contain("the folder is in use");
        problem.InnerException.Should().BeOfType<AggregateException>().Which.InnerExceptions.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_check_that_ended_well_fails_by_what_it_leaves_behind()
    {
        Func<Task> run = () => OffByOne.RunAsync(new Leftover(data => new WorkshopStore(data)));

        await run.Should().ThrowAsync<ConformanceException>().WithMessage("*ended well (Passed)*the folder is in use*");
    }

    [Fact]
    public async Task Giving_up_is_reported_as_such_beside_it()
    {
        Func<Task> run = () => OffByOne.RunAsync(new Leftover(data => new WorkshopStore(data)), new CancellationToken(canceled: true));

        (await run.Should().ThrowAsync<AggregateException>()).Which.InnerExceptions.Should().Contain(one => one is OperationCanceledException).And.Contain(one => one is IOException);
    }

    [Fact]
    public async Task A_run_goes_on_after_it()
    {
        ConformanceReport report = await ConformanceKit.RunAsync(() => new Leftover(data => new WorkshopStore(data)));

        report.Results.Should().HaveCount(ConformanceKit.Checks.Count).And.OnlyContain(result => result.Outcome == CheckOutcome.Failed);
    }

    private sealed class Leftover(Func<WorkshopData, ILedgerStore> open) : StoreUnderTest
    {
        private readonly WorkshopData _data = new();

        public override string Name => "Leftover";

        public override ValueTask<ILedgerStore> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(open(_data));

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            throw new IOException("the folder is in use");
        }
    }
}
