using System.Reflection;
using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>Forgetting a check is impossible: in the kit's list, in a test framework, and in a report.</summary>
public class CompletenessTests
{
    [Fact]
    public void Every_family_of_checks_is_on_the_list()
    {
        IEnumerable<ConformanceCheck> inFamilies = typeof(ConformanceKit).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Checks", StringComparison.Ordinal))
            .Select(type => type.GetProperty("All", BindingFlags.Static | BindingFlags.Public)?.GetValue(null))
            .OfType<ConformanceCheck[]>()
            .SelectMany(checks => checks);

        ConformanceKit.Checks.Should().BeEquivalentTo(inFamilies);
    }

    [Fact]
    public void Every_method_that_checks_a_trial_belongs_to_a_check()
    {
        IEnumerable<string> bodies = typeof(ConformanceKit).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Checks", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(Task) && method.GetParameters() is [{ } only] && only.ParameterType == typeof(Trial))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        ConformanceKit.Checks.Select(check => $"{check.Body.Method.DeclaringType!.Name}.{check.Body.Method.Name}").Should().Contain(bodies);
    }

    [Fact]
    public void Names_are_unique_sentences_and_every_check_says_why()
    {
        ConformanceKit.Names.Should().OnlyHaveUniqueItems();
        ConformanceKit.Checks.Should().OnlyContain(check => check.Why.Length > 20 && check.Why.EndsWith('.') | check.Why.EndsWith('?'));
    }

    [Fact]
    public void A_report_that_lacks_a_check_does_not_conform()
    {
        CheckResult[] results = [.. ConformanceKit.Checks.Skip(1).Select(check => new CheckResult(check.Name, check.Level, CheckOutcome.Passed, Detail: null))];
        var report = new ConformanceReport("Mine", results);

        report.Conforms.Should().BeFalse();
        report.NotRun.Should().Equal(ConformanceKit.Names[0]);
        report.Invoking(incomplete => incomplete.EnsureConforms()).Should().Throw<ConformanceException>().WithMessage($"*Not run: {ConformanceKit.Names[0]}*");
    }

    [Fact]
    public async Task A_subject_is_good_for_one_check_only()
    {
        var subject = new WorkshopUnderTest(data => new WorkshopStore(data));
        await ConformanceKit.Checks[0].RunAsync(subject);

        Func<Task> again = () => ConformanceKit.Checks[1].RunAsync(subject);

        await again.Should().ThrowAsync<InvalidOperationException>().WithMessage("*Make a new one for every check*");
    }
}
