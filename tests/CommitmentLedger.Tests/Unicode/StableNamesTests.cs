using System.Text;
using CommitmentLedger.Hostile;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CommitmentLedger.Tests.Unicode;

/// <summary>A name that was taken is the same name when it is read back, whatever script it is in and whatever stood between its letters.</summary>
public class StableNamesTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 6, 0);

    /// <summary>Everything that takes a name, and how it gives it again.</summary>
    private static readonly Dictionary<string, Func<string, string>> Names = new(StringComparer.Ordinal)
    {
        ["customer"] = name => CustomerId.Of(name).ToString(),
        ["team"] = name => Team.Of(name).ToString(),
        ["person"] = name => Person.Of(name).ToString(),
        ["bot"] = name => Bot.Of(name).ToString(),
        ["tenant"] = name => TenantId.Of(name).ToString(),
        ["channel"] = name => Channel.Of(name).ToString(),
        ["language"] = name => Language.Of(name).ToString(),
        ["occasion"] = name => new Occasion(name).ToString(),
        ["term"] = name => Term.Of(name, 1).Name,
        ["value"] = name => ((TermValue)name).AsText!,
        ["precondition"] = name => Precondition.ByUs(name).Name,
        ["choice"] = name => Choice.Of(name, [Option.Of("card")]).Name,
        ["option"] = name => Option.Of(name).Name,
        ["outcome"] = name => new TermOutcome(name, 1).Term,
        ["met"] = name => new MeetPrecondition(CommitmentId.New(), name).Precondition,
        ["consent"] = name => new Consent(name, Some.Words()).AgreedBy,
        ["kind of key"] = name => LookupKey.Of(name, "4711").Kind,
        ["key"] = name => LookupKey.Of("booking", name).Value,
        ["calendar"] = name => new CalendarVersion(name, 1).Name,
        ["closed period"] = name => new ClosedPeriod(new LocalDateTime(2026, 1, 1, 0, 0), new LocalDateTime(2026, 1, 2, 0, 0), name).Name,
        ["pause"] = name => CommitmentClock.NotStarted.Start(Then).Value.Pause(Then, name, Party.Us).Value.OpenPause!.Reason,
        ["said"] = name => Deadline.Parse(Deadline.At(Then, Some.Dubai, name).ToString()).Said!,
    };

    public static TheoryData<string> Kinds => [.. Names.Keys];

    [Theory]
    [InlineData("\u0995\u09C7\u200C\u09BE", "\u0995\u09CB")]
    [InlineData("\u0B95\u0BC6\u200D\u0BBE", "\u0B95\u0BCA")]
    [InlineData("\u0D15\u0D46\u200C\u0D3E", "\u0D15\u0D4A")]
    [InlineData("\u0C95\u0CC6\u200C\u0CC2", "\u0C95\u0CCA")]
    [InlineData("\u0928\u200C\u093C", "\u0929")]
    [InlineData("\u0627\u200D\u0653", "\u0622")]
    [InlineData("\u2194\uFE0E\u0338", "\u21AE")]
    public void What_comes_together_when_a_character_is_dropped_is_one(string given, string kept)
    {
        Team.Of(given).ToString().Should().Be(kept);
        Team.Of(given).Should().Be(Team.Of(kept));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_name_that_is_read_back_is_the_same(string kind)
    {
        Func<string, string> read = Names[kind];
        int taken = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            string given = random.Next(4) == 0 ? HostileText.Some(random) : HostileText.Script(random);
            if (TryRead(read, given) is not { } once) return true;
            taken++;
            return once == read(once) && (once.Contains('\uFFFE', StringComparison.Ordinal) || once.IsNormalized(NormalizationForm.FormC));
        }));

        taken.Should().BeGreaterThan(400, "else too little is tried");
    }

    [Fact]
    public void The_order_of_letters_and_what_is_not_seen_between_them_ends_somewhere()
    {
        string[] pieces = ["\u200C", "\u200D", "\uFE0E", "\uFE0F", "\u0338", "\u0301", "\u0323", "\u09BE", "\u09C7", "\u0995", "\u09CD", "\u2194", "\u2764", "\u0627", "\u0653", "\u0654"];
        foreach (string name in Enumerable.Range(0, pieces.Length * pieces.Length * pieces.Length * pieces.Length).Select(number =>
            string.Concat(pieces[number % 16], pieces[number / 16 % 16], pieces[number / 256 % 16], pieces[number / 4096])))
        {
            if (Team.TryParse(name, provider: null, out Team team)) Team.Of(team.ToString()).Should().Be(team);
        }
    }

    private static string? TryRead(Func<string, string> read, string given)
    {
        try
        {
            return read(given);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
