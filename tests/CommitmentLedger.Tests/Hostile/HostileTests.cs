using CommitmentLedger.Hostile;
using CommitmentLedger.Storage;
using Xunit.Abstractions;

namespace CommitmentLedger.Tests.Hostile;

public class HostileTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_that_is_accepted_makes_a_later_read_fail()
    {
        int seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"The first seed is {seed}.");

        IReadOnlySet<Type> happened = await HostileLife.LiveManyAsync(new InMemoryLedgerStore(), seed, lives: 30);

        happened.Count.Should().BeGreaterThan(20, "else too little is tried");
    }
}
