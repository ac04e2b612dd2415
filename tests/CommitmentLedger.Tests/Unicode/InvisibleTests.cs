using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using CommitmentLedger.Hostile;

namespace CommitmentLedger.Tests.Unicode;

public class InvisibleTests
{
    [Theory]
    [InlineData("می\u200Cخواهم", "Persian: the verb's prefix does not join")]
    [InlineData("خانه\u200Cای", "Persian")]
    [InlineData("ه\u200D.ش", "Persian: the first form of the letter stands alone")]
    [InlineData("ශ්\u200Dරී ලංකා", "Sinhala: Sri Lanka")]
    [InlineData("क्\u200Dष", "Devanagari: the half letter")]
    [InlineData("क्\u200Cष", "Devanagari: the letter with its sign")]
    [InlineData("র\u200D্যাব", "Bengali: the joiner stands before the sign")]
    [InlineData("ന്\u200D", "Malayalam: a letter without vowel at the end")]
    [InlineData("👩\u200D🚒", "one picture of two")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦", "one picture of four")]
    [InlineData("👩🏽\u200D🚒", "with a tone of skin")]
    [InlineData("🏳\uFE0F\u200D🌈", "with a selector")]
    [InlineData("❤\uFE0F\u200D🔥", "with a selector")]
    [InlineData("🧔\u200D♂\uFE0F", "with a selector at the end")]
    [InlineData("❤\uFE0F team", "a heart in colour")]
    [InlineData("1\uFE0F\u20E3", "a key")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "the flag of Scotland")]
    [InlineData("葛\U000E0100城", "a shape of a Han character")]
    [InlineData("ᠨᠢ\u180Eᠡ", "Mongolian")]
    [InlineData("⠓⠊\u2800⠮", "braille: the space between words")]
    [InlineData("\U00018B00\U00016FE4\U00018B01", "Khitan: the filler between letters")]
    [InlineData("عدد \u0605", "an Arabic number mark is seen")]
    [InlineData("\U00013080\U00013430\U00013081", "hieroglyphs above each other")]
    [InlineData("\U00013080\U00013441\U00013081", "hieroglyphs with a blank between them")]
    [InlineData("\U00013080\U00013440", "a hieroglyph that looks the other way")]
    public void What_a_name_needs_is_kept(string name, string because)
    {
        Team.Of(name).ToString().Should().Be(name, because);
        Team.Parse(Team.Of(name).ToString()).Should().Be(Team.Of(name));
    }

    [Theory]
    [InlineData("guest\U000E0041", "a tag")]
    [InlineData("🏴\U000E0067\U000E0062", "half a flag")]
    [InlineData("🏴\U000E0061\U000E0062\U000E0063\U000E007F", "a flag that there is not")]
    [InlineData("gu\u200Cest", "a joiner between Latin letters")]
    [InlineData("gu\u200Dest", "a joiner between Latin letters")]
    [InlineData("7\u200D7", "a joiner between digits")]
    [InlineData("guest\uFE0F", "a selector after a letter")]
    [InlineData("4711\uFE0F", "a selector after a digit that is no key")]
    [InlineData("\uFE0Fguest", "a selector at the beginning")]
    [InlineData("a\U000E0100", "a selector of shapes after a letter")]
    [InlineData("gu\u00ADest", "a soft hyphen")]
    [InlineData("gu\u034Fest", "a grapheme joiner")]
    [InlineData("gu\u3164est", "a filler")]
    [InlineData("gu\u115Fest", "a filler")]
    [InlineData("gu\u2060est", "a word joiner")]
    [InlineData("gu\uFEFFest", "a byte order mark")]
    [InlineData("gu\u180Best", "a Mongolian selector after a Latin letter")]
    [InlineData("gu\u200Fest", "a mark of direction")]
    [InlineData("gu\u2800est", "a braille blank between Latin letters")]
    [InlineData("guest\u2800", "a braille blank at the end")]
    [InlineData("gu\U00016FE4est", "a Khitan filler between Latin letters")]
    [InlineData("gu\uFFFEest", "what is no character")]
    [InlineData("gu\uFFF9est", "an interlinear mark")]
    [InlineData("gu\uFFFCest", "what stands for an object")]
    [InlineData("gu\U00013430est", "a joiner of hieroglyphs between Latin letters")]
    [InlineData("guest\U00013438", "the end of a group of hieroglyphs after Latin letters")]
    [InlineData("gu\U00013440est", "a mirror of hieroglyphs after a Latin letter")]
    [InlineData("gu\U00013441est", "a blank of hieroglyphs between Latin letters")]
    [InlineData("guest\U00013442", "half a blank at the end")]
    [InlineData("gu\U0001D159est", "the head of no note")]
    [InlineData("gu\U0001D173est", "a beam of notes")]
    [InlineData("gu\U0001BCA0est", "an overlap of shorthand")]
    [InlineData("gu\U0001107Fest", "a joiner of Brahmi numbers")]
    [InlineData("gu\u2D7Fest", "a joiner of Tifinagh letters")]
    [InlineData("\U00013080\U00013430", "a joiner of hieroglyphs with nothing to join")]
    [InlineData("\U00013080\U00013430\U00013430\U00013080", "a joiner twice")]
    public void What_makes_two_names_of_one_is_refused(string name, string because)
    {
        CustomerId.TryParse(name, provider: null, out _).Should().BeFalse(because);
        FluentActions.Invoking(() => CustomerId.Of(name)).Should().Throw<ArgumentException>().WithMessage("*invisible formatting character*");
    }

    [Theory]
    [InlineData("hotel\u00A0desk", "hotel desk")]
    [InlineData("hotel\u2009desk", "hotel desk")]
    [InlineData("کار\u200Cها", "کارها")]
    [InlineData("سلا\u200Cم", "سلام")]
    [InlineData("می\u200C\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("😀\uFE0F", "😀")]
    [InlineData("❤\uFE0E", "❤")]
    [InlineData("🏳\u200D🌈", "🏳\uFE0F\u200D🌈")]
    [InlineData("🧔\u200D♂", "🧔\u200D♂\uFE0F")]
    [InlineData("👩\u200D❤\u200D👨", "👩\u200D❤\uFE0F\u200D👨")]
    public void What_looks_equal_is_equal(string one, string other) => Team.Of(one).Should().Be(Team.Of(other));

    [Fact]
    public void A_name_of_nothing_visible_is_empty()
    {
        foreach (string nothing in new[] { "\u200B\u200B", "\u00A0", "\u3164", "\uFEFF" })
        {
            Team.TryParse(nothing, provider: null, out _).Should().BeFalse();
            FluentActions.Invoking(() => Words.Verbatim(nothing)).Should().Throw<ArgumentException>().WithMessage("*at least one visible character*");
        }
    }

    [Fact]
    public void A_name_that_was_taken_is_taken_again_as_it_is() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            string text = HostileText.Some(new Random(seed));
            return !Team.TryParse(text, provider: null, out Team team) || (Team.Parse(team.ToString()) == team && team.ToString().Length <= 100 && team.ToString().IsNormalized());
        }));

    [Fact]
    public void The_length_is_that_of_what_is_kept()
    {
        string grows = string.Concat(Enumerable.Repeat("\u0958", 60));
        string shrinks = string.Concat(Enumerable.Repeat("e\u0301", 100));

        FluentActions.Invoking(() => Team.Of(grows)).Should().Throw<ArgumentException>().WithMessage("*120 characters; at most 100*");
        Team.Of(shrinks).ToString().Should().HaveLength(100);
    }

    /// <summary>The signs that are written before a number and seen there, though they count as format controls (Prepended_Concatenation_Mark).</summary>
    private static bool IsSeen(int point) => point is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    [Fact]
    public void No_format_control_makes_another_name_of_Latin_letters()
    {
        foreach (int point in Enumerable.Range(0, 0x110000).Where(point => Rune.IsValid(point) && Rune.GetUnicodeCategory(new Rune(point)) == UnicodeCategory.Format))
        {
            foreach (string name in new[] { $"gu{new Rune(point)}est", $"guest{new Rune(point)}", $"{new Rune(point)}guest" })
                CustomerId.TryParse(name, provider: null, out _).Should().Be(IsSeen(point), "{0:X4} is a format control", point);
        }
    }
}
