namespace CommitmentLedger.Repository.Tests;

/// <summary>A slice looks the same every time.</summary>
public class SliceTests
{
    private const string Verbs = "src/CommitmentLedger/Verbs/";

    private static string[] Slices { get; } = [.. Repo.Files(Verbs, ".cs").Select(path => path[Verbs.Length..].Split('/')[0]).Distinct()];

    [Fact]
    public void Every_slice_has_its_test_folder_of_the_same_name()
    {
        string[] tested = [.. Repo.Files("tests/CommitmentLedger.Tests", "Tests.cs").Select(path => path.Split('/')[2])];

        Slices.Should().BeSubsetOf(tested);
        Slices.Length.Should().BeGreaterThan(20);
    }

    [Fact]
    public void A_slice_is_a_folder_and_nothing_lies_beside_it() => Slices.Should().NotContain(name => name.EndsWith(".cs", StringComparison.Ordinal));
}
