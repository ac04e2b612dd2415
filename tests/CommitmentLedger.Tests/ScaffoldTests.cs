namespace CommitmentLedger.Tests;

public class ScaffoldTests
{
    [Fact]
    public void A_test_runs() => 1.Should().Be(1);
}
