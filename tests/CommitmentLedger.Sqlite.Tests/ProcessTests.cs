using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>Real child processes on the same file.</summary>
public sealed class ProcessTests : StoreTest
{
    [Theory]
    [InlineData(20)]
    [InlineData(90)]
    public async Task After_a_kill_every_acknowledged_append_is_there_and_no_half_batch(int acknowledgedBefore)
    {
        var acknowledged = new List<string>();
        using (var child = Child.Start("append-until-killed", File, "guest"))
        {
            while (acknowledged.Count < acknowledgedBefore) acknowledged.Add((await child.ReadLineAsync())!);
            acknowledged.AddRange(await child.KillAndReadRestAsync());
        }

        foreach (string[] parts in acknowledged.Select(line => line.Split(' ')).Where(parts => parts.Length == 2 && parts[1].Length == 36))
        {
            var stream = StreamKey.FromBytes(Convert.FromHexString(parts[0]));
            (await Store.LoadAsync(stream, new LoadScope([], new CommandId(Guid.Parse(parts[1]))), default))!.Command.Should().NotBeNull();
        }

        await ShouldBeWholeAsync(batch: 3);
        (await AppendAsync(Some.Append(Some.Stream("another")))).Should().Be(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task Processes_that_are_killed_while_others_write_damage_nothing()
    {
        using var longest = Child.Start("append", File, "survivor", "150");
        for (int victim = 0; victim < 3; victim++)
        {
            using var child = Child.Start("append-until-killed", File, $"victim-{victim}");
            await child.ReadLineAsync();
            await child.KillAndReadRestAsync();
        }

        (await longest.WaitAsync()).Should().Be(0);
        (await Store.HistoryAsync(Some.Stream("survivor"))).Should().HaveCount(300);
        foreach (StreamKey stream in (await Store.FeedAsync()).Select(entry => entry.Stream).Distinct()) await Store.ShouldVerifyAsync(stream);
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_processes_that_open_a_new_file_at_once_and_race_on_one_stream_lose_nothing()
    {
        const int Rounds = 60;
        Child[] children = [.. Enumerable.Range(0, 2).Select(_ => Child.Start("append", File, "shared", $"{Rounds}"))];
        foreach (Child child in children)
        {
            (await child.WaitAsync()).Should().Be(0);
            child.Dispose();
        }

        (await Store.HistoryAsync(Some.Stream("shared"))).Should().HaveCount(2 * 2 * Rounds);
        (await Store.FeedAsync()).Select(entry => entry.Entry.Version).Should().BeInAscendingOrder().And.HaveCount(2 * 2 * Rounds);
        await ShouldBeWholeAsync(batch: 2);
    }

    private async Task ShouldBeWholeAsync(int batch)
    {
        List<FeedEntry> feed = await Store.FeedAsync();
        feed.GroupBy(entry => (entry.Stream, entry.Entry.Command)).Should().OnlyContain(command => command.Count() == batch);
        foreach (StreamKey stream in feed.Select(entry => entry.Stream).Distinct()) await Store.ShouldVerifyAsync(stream);
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }
}
