using CommitmentLedger.Conformance.Tests.Broken;
using CommitmentLedger.Conformance.Tests.Workshop;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>A failure names the sentence that was broken and the first thing that differs.</summary>
public class MessageTests
{
    [Fact]
    public async Task A_time_that_was_cut_is_named_with_the_sentence_on_microseconds()
    {
        string message = await MessageAsync("Every field of an entry comes back as it was written", data => new CutsTimesToMilliseconds(data));

        message.Should().Contain("times have microseconds").And.Contain("first difference at element 2: expected 'entry 2 ").And.Contain("(they part at '1767225600123457' and '1767225600123000')");
        message.Length.Should().BeLessThan(1_500);
    }

    [Fact]
    public async Task An_order_of_ids_by_the_bytes_of_a_Guid_in_memory_is_named_as_that()
    {
        string message = await MessageAsync("Answers come by due time, those without one last, then stream, then commitment", data => new OrdersIdsByMemory(data));

        message.Should().Contain("big-endian").And.Contain("first difference at element ").And.Contain(" elements");
        message.Length.Should().BeLessThan(1_500);
    }

    [Fact]
    public async Task A_list_that_is_too_short_is_told_by_what_is_missing()
    {
        string message = await MessageAsync("A lookup key finds open and closed commitments", data => new FindsOpenLookupsOnly(data));

        message.Should().Contain(": 3 elements").And.Contain("2 elements; first difference at element 2: expected 'closed ");
    }

    [Theory]
    [InlineData(new[] { "a" }, new[] { "a" }, null)]
    [InlineData(new string[0], new[] { "a" }, "first difference at element 1: expected nothing, came 'a'")]
    [InlineData(new[] { "a", "b" }, new[] { "a", "c" }, "first difference at element 2: expected 'b', came 'c'")]
    [InlineData(new[] { "at 10 by 7" }, new[] { "at 10 by 8" }, "first difference at element 1: expected 'at 10 by 7', came 'at 10 by 8' (they part at '7' and '8')")]
    [InlineData(new[] { "at 10" }, new[] { "at 10 by 8" }, "first difference at element 1: expected 'at 10', came 'at 10 by 8'")]
    public void The_first_difference_is_said_in_words(string[] expected, string[] actual, string? says) => Difference.First(expected, actual).Should().Be(says);

    private static async Task<string> MessageAsync(string check, Func<WorkshopData, WorkshopStore> open)
    {
        Func<Task> run = () => ConformanceKit.Check(check).RunAsync(new WorkshopUnderTest(open));
        return (await run.Should().ThrowAsync<ConformanceException>()).Which.Message;
    }
}
