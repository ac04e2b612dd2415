using System.Text.Json;
using CommitmentLedger.Conformance.Tests.Broken;
using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>The report says what a person needs first, and a program everything.</summary>
public class ReportTests
{
    [Fact]
    public async Task A_failing_store_is_reported_with_sentence_expectation_answer_and_seed()
    {
        ConformanceReport report = await ConformanceKit.RunAsync(() => new WorkshopUnderTest(data => new FeedIsOffByOne(data)));

        report.Conforms.Should().BeFalse();
        report.NotRun.Should().BeEmpty();
        report.ToMarkdown().Should().StartWith("# FeedIsOffByOne does not conform")
            .And.Contain("## Failed: The feed goes on after every cursor exactly where it was left")
            .And.Contain("Cases:    F3 F5").And.Contain("- The first append makes the stream (A3 A8)")
            .And.Contain("Why it matters: Off by one").And.Contain("The contract says: ").And.Contain("Expected: ").And.Contain("Seed:     7731");
    }

    [Fact]
    public async Task A_check_that_is_tried_returns_what_running_it_throws()
    {
        ConformanceCheck check = ConformanceKit.Check("The feed goes on after every cursor exactly where it was left");
        Func<Task> run = () => check.RunAsync(new WorkshopUnderTest(data => new FeedIsOffByOne(data)));
        string message = (await run.Should().ThrowAsync<ConformanceException>()).Which.Message;

        CheckResult result = await check.TryRunAsync(new WorkshopUnderTest(data => new FeedIsOffByOne(data)));

        result.Should().Be(new CheckResult(check.Name, check.Level, CheckOutcome.Failed, message));
    }

    [Fact]
    public async Task A_check_that_is_given_up_has_no_result()
    {
        Func<Task> run = () => ConformanceKit.Checks[0].TryRunAsync(new InMemoryUnderTest(), new CancellationToken(canceled: true));

        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void What_does_not_apply_is_reported_with_its_reason()
    {
        CheckResult[] results = [.. ConformanceKit.Checks.Select(check => new CheckResult(check.Name, check.Level, CheckOutcome.DoesNotApply, "It is asleep."))];
        var report = new ConformanceReport("Mine", results);

        report.Conforms.Should().BeTrue();
        report.ToMarkdown().Should().Contain("## Does not apply\n\n- It is asleep.\n  - ");
        using var json = JsonDocument.Parse(report.ToJson());
        json.RootElement.GetProperty("conforms").GetBoolean().Should().BeTrue();
        json.RootElement.GetProperty("results")[0].GetProperty("outcome").GetString().Should().Be("does_not_apply");
        json.RootElement.GetProperty("results")[0].GetProperty("cases").EnumerateArray().Select(number => number.GetString()).Should().Equal(ConformanceKit.Checks[0].Cases);
        json.RootElement.GetProperty("results")[0].GetProperty("detail").GetString().Should().Be("It is asleep.");
    }

    [Fact]
    public async Task A_level_that_does_not_apply_says_why()
    {
        ConformanceCheck durable = ConformanceKit.Checks.First(check => check.Level == ConformanceLevel.Durable);

        CheckResult result = await durable.RunAsync(new InMemoryUnderTest());

        result.Should().Be(new CheckResult(durable.Name, ConformanceLevel.Durable, CheckOutcome.DoesNotApply, "It forgets everything when the process ends."));
    }
}
