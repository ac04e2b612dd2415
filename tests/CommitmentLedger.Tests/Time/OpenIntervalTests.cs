using NodaTime;

namespace CommitmentLedger.Tests.Time;

public class OpenIntervalTests
{
    [Theory]
    [InlineData("09:00-17:00")]
    [InlineData("00:00-24:00")]
    [InlineData("18:00-24:00")]
    [InlineData("22:00-06:00+1")]
    [InlineData("09:00-09:00+1")]
    [InlineData("09:00:30-17:00:01")]
    [InlineData("22:00:30-06:00:01+1")]
    public void Hours_read_back_as_they_print(string text)
    {
        OpenInterval.Parse(text, null).ToString().Should().Be(text);
        OpenInterval.Parse(OpenInterval.Parse(text, null).ToString(), null).Should().Be(OpenInterval.Parse(text, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("9:00-17:00")]
    [InlineData("09:00-25:00")]
    [InlineData("24:00-24:00")]
    [InlineData("09:00-10:00+1")]
    [InlineData("09:00-17:00-18:00")]
    [InlineData("09:00-17:00+2")]
    [InlineData("17:00-09:00")]
    public void What_is_no_interval_is_refused(string text) => OpenInterval.TryParse(text, null, out _).Should().BeFalse();

    [Fact]
    public void Inverted_hours_are_a_mistake_that_says_how_to_write_hours_over_midnight() =>
        FluentActions.Invoking(() => OpenInterval.Between(new LocalTime(22, 0), new LocalTime(6, 0)))
            .Should().Throw<ArgumentException>().WithParameterName("closes").WithMessage("*22:00-06:00+1*");

    [Theory]
    [InlineData("0m")]
    [InlineData("45m")]
    [InlineData("8h30m")]
    [InlineData("3000h")]
    [InlineData("1000000h")]
    [InlineData("1h0.000001s")]
    public void Open_time_reads_back_as_it_prints(string text) => BusinessTime.Parse(text, null).ToString().Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("1m1h")]
    [InlineData("1h1h")]
    [InlineData("1000001h")]
    [InlineData("0.0000001s")]
    [InlineData("2d")]
    public void What_is_no_open_time_is_refused(string text) => BusinessTime.TryParse(text, null, out _).Should().BeFalse();

    [Theory]
    [InlineData("2d:at-closing")]
    [InlineData("0d:same-time")]
    [InlineData("10000d:at-opening")]
    public void Working_days_read_back_as_they_print(string text) => BusinessDays.Parse(text, null).ToString().Should().Be(text);

    [Theory]
    [InlineData("2d")]
    [InlineData("2d:whenever")]
    [InlineData("-1d:same-time")]
    [InlineData("10001d:same-time")]
    public void What_is_no_number_of_working_days_is_refused(string text) => BusinessDays.TryParse(text, null, out _).Should().BeFalse();

    [Fact]
    public void Hours_begin_and_end_at_a_whole_second()
    {
        LocalTime nine = new(9, 0), five = new(17, 0);

        FluentActions.Invoking(() => OpenInterval.Between(nine.PlusMilliseconds(1), five)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => OpenInterval.Between(nine, five.PlusMilliseconds(1))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void Open_times_compare_as_their_lengths_do(int one, int other)
    {
        BusinessTime left = BusinessTime.FromHours(one), right = BusinessTime.FromHours(other);

        (left < right, left <= right, left > right, left >= right).Should().Be((one < other, one <= other, one > other, one >= other));
    }

    [Fact]
    public void Working_days_have_a_rule_that_exists() =>
        FluentActions.Invoking(() => new BusinessDays(1, (DayRule)9)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rule");
}
