using NodaTime;

namespace CommitmentLedger.Tests.Time.Vectors;

/// <summary>Our answer to each disputed fact, and that the page on differences names it.</summary>
public class DifferencesTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/reference/calendar-differences.md");

    public static TheoryData<string> Quirks => new([.. VectorFile.Ids("vectors", quirks: true), .. VectorFile.Ids("elapsed_vectors", quirks: true)]);

    public static TheoryData<string> Configurations => VectorFile.Ids("configuration_behaviours");

    [Theory]
    [InlineData("due-054", "2024-01-02T12:01:00Z")]
    [InlineData("due-083", "2020-03-04T16:00:00Z")]
    public void A_disputed_due_time_is_ours(string id, string expected)
    {
        Vector vector = VectorFile.Find("vectors", id);

        Instant due = vector.Calendar().Add(vector.Start, vector.Duration, vector.Pauses).Value;

        due.Should().Be(Some.Instant(expected)).And.NotBe(vector.ReadInstant("expected_due"));
    }

    [Theory]
    [InlineData("ela-036", 0)]
    [InlineData("ela-043", 25 * 3600)]
    public void A_disputed_elapsed_time_is_ours(string id, int expected)
    {
        Vector vector = VectorFile.Find("elapsed_vectors", id);

        Duration elapsed = vector.Calendar().Elapsed(vector.Start, vector.ReadInstant("end"), vector.Pauses);

        elapsed.Should().Be(Duration.FromSeconds(expected)).And.NotBe(Duration.FromSeconds((double)vector.Number("expected_elapsed_seconds")));
    }

    [Fact]
    public void Hours_until_2359_are_named_by_lint() =>
        VectorFile.Find("vectors", "due-054").Calendar().Lint().Should().Contain(lint => lint.Code == "ends_before_midnight");

    [Theory]
    [MemberData(nameof(Quirks))]
    [MemberData(nameof(Configurations))]
    public void The_page_names_every_disputed_fact_and_every_configuration(string id) => Page.Should().Contain($"`{id}`");
}
