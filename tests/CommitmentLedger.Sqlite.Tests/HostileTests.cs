using CommitmentLedger.Hostile;
using CommitmentLedger.Sqlite.Tests.Support;
using Xunit.Abstractions;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class HostileTests(ITestOutputHelper output) : StoreTest
{
    [Fact]
    public async Task Nothing_that_is_accepted_makes_a_later_read_fail()
    {
        int seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"The first seed is {seed}.");

        IReadOnlySet<Type> happened = await HostileLife.LiveManyAsync(Store, seed, lives: 6);

        happened.Count.Should().BeGreaterThan(10, "else too little is tried");
        (await Store.ExamineAsync(default)).Findings.Should().BeEmpty();
    }
}
