using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Tests.Time.Vectors;

public class VectorTests
{
    public static TheoryData<string> Due => VectorFile.Ids("vectors");

    public static TheoryData<string> Elapsed => VectorFile.Ids("elapsed_vectors");

    public static TheoryData<string> BusinessDays => VectorFile.Ids("business_day_vectors");

    public static TheoryData<string> RollForward => VectorFile.Ids("roll_forward_vectors");

    public static TheoryData<string> LocalTimes => VectorFile.Ids("local_time_resolution");

    [Fact]
    public void The_file_holds_136_facts_of_which_4_are_quirks()
    {
        string[] sections = ["vectors", "elapsed_vectors", "business_day_vectors", "roll_forward_vectors", "local_time_resolution", "configuration_behaviours"];

        sections.Sum(section => VectorFile.Section(section).Count()).Should().Be(136);
        sections.Sum(section => VectorFile.Section(section).Count(vector => vector.IsQuirk)).Should().Be(4);
    }

    [Theory]
    [MemberData(nameof(Due))]
    public void Due_time_is_as_the_fact_says(string id)
    {
        Vector vector = VectorFile.Find("vectors", id);

        DueOf(vector).Should().Be(vector.ReadInstant("expected_due"));
    }

    [Theory]
    [MemberData(nameof(Elapsed))]
    public void Elapsed_time_is_as_the_fact_says(string id)
    {
        Vector vector = VectorFile.Find("elapsed_vectors", id);

        Duration elapsed = vector.Calendar().Elapsed(vector.Start, vector.ReadInstant("end"), vector.Pauses);

        elapsed.TotalSeconds.Should().Be((double)vector.Number("expected_elapsed_seconds"));
    }

    [Theory]
    [MemberData(nameof(BusinessDays))]
    public void Working_days_are_counted_as_the_fact_says(string id)
    {
        Vector vector = VectorFile.Find("business_day_vectors", id);

        TimeResult<Instant> due = vector.Calendar().Add(vector.Start, new BusinessDays((int)vector.Number("business_days"), DayRule.SameTime), vector.Pauses);

        due.Value.Should().Be(vector.ReadInstant("expected_due"));
    }

    [Theory]
    [MemberData(nameof(RollForward))]
    public void The_first_opening_is_as_the_fact_says(string id)
    {
        Vector vector = VectorFile.Find("roll_forward_vectors", id);

        vector.Calendar().FirstOpening(vector.Start).Value.Should().Be(vector.ReadInstant("expected_first_open"));
    }

    [Theory]
    [MemberData(nameof(LocalTimes))]
    public void A_local_time_resolves_as_the_fact_says(string id)
    {
        Vector vector = VectorFile.Find("local_time_resolution", id);
        string text = vector.Text("local");
        LocalDateTime local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text.Replace("24:00", "00:00", StringComparison.Ordinal)).Value;
        if (text.EndsWith("24:00", StringComparison.Ordinal)) local = local.PlusDays(1);

        Deadline.By(local, vector.Zone).Due.Should().Be(vector.ReadInstant("expected_instant"));
    }

    private static Instant DueOf(Vector vector)
    {
        WorkingCalendar calendar = vector.Calendar();
        if (vector.Text("operation") == "subtract") return calendar.Subtract(vector.Start, vector.Duration).Value;
        Instant due = calendar.Add(vector.Start, vector.Duration, vector.Pauses).Value;
        return vector.Text("boundary_policy") == "next_open" ? calendar.FirstOpening(due).Value : due;
    }
}
