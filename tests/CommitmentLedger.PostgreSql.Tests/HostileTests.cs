using CommitmentLedger.Hostile;
using Xunit.Abstractions;

namespace CommitmentLedger.PostgreSql.Tests;

public class HostileTests(ITestOutputHelper output) : OwnSchema
{
    [SkippableFact]
    public async Task Nothing_that_is_accepted_makes_a_later_read_fail()
    {
        int seed = Random.Shared.Next(1_000_000_000);
        output.WriteLine($"The first seed is {seed}.");

        IReadOnlySet<Type> happened = await HostileLife.LiveManyAsync(Store, seed, lives: 4);

        happened.Count.Should().BeGreaterThan(8, "else too little is tried");
    }
}
