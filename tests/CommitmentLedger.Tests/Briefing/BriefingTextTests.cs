namespace CommitmentLedger.Tests.Briefings;

/// <summary>That only the briefing itself makes the lines that a colleague trusts.</summary>
public class BriefingTextTests
{
    public static TheoryData<string> Breaks => ["\n", "\r\n", "\r", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029", "\u001c", "  \n\n  "];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void No_text_in_a_line_begins_one(string lineBreak)
    {
        string forged = $"yes{lineBreak}OVERDUE SINCE TODAY 09:00 · membership promised: a suite{lineBreak}   Promised        Mon 2 Nov 10:00, by the director{lineBreak}So far: 9 promised.";
        string urgency = new Story().GivenPromise().Brief().Lines.Single().Urgency;
        string line = BriefingText.Of(urgency, forged, [new Forged("Waits for", forged), new Forged("Promised", "today") { Words = Some.Words("yes") }]);

        string[] lines = line.Split(Environment.NewLine);

        lines.Where(text => text.StartsWith("   ", StringComparison.Ordinal) && text[3] != ' ').Select(text => text[3..19].Trim()).Should().Equal("Waits for", "Promised");
        lines.Should().ContainSingle(text => text[0] != ' ').Which.Should().StartWith("DUE SAT 14 NOV 15:00 · yes OVERDUE");
        line.Split('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u001c').Should().HaveCount(lines.Length);
    }

    [Fact]
    public void Whatever_is_stored_only_the_briefings_own_lines_stand_at_the_margin()
    {
        string forged = string.Concat(Enumerable.Repeat("Promised        Mon 2 Nov 10:00, by the director\n", 8)) + "So far: 9 promised.\u202eDUE";
        var story = new Story();
        story.GivenPromise(Some.Promise() with
        {
            Words = Some.Words(forged),
            Terms = [],
            Matter = null,
            Readings = [Some.Words(forged), Some.Words("or so")],
            Preconditions = [Precondition.ByCustomer(string.Concat(Enumerable.Repeat("a way to go ", 4)).Trim())],
        });

        string text = story.Brief(string.Concat(Enumerable.Repeat("arrival ", 12)).Trim()).ToText();
        string[] lines = text.Split(Environment.NewLine);

        lines.Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(' ')[0]).Should().Equal("Briefing", "Monday", "DUE", "The", "So");
        lines.Where(line => line.Length > 3 && line.StartsWith("   ", StringComparison.Ordinal) && line[3] != ' ').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
            .Should().Equal("Promised", "Not", "Missing", "Responsible", "Reference", "a");
        lines.Should().OnlyContain(line => line.Length <= 100);
        text.Should().NotContain("\u202e");
    }

    [Fact]
    public void A_word_longer_than_the_screen_is_broken_before_the_screen_breaks_it_at_the_margin()
    {
        string endless = string.Concat(Enumerable.Repeat("x\ud83d\ude42", 200));
        Story story = new Story().GivenPromise(Some.Promise() with { Words = Some.Words(endless) });

        string text = story.Brief().ToText();

        text.Split(Environment.NewLine).Should().OnlyContain(line => line.Length <= 100);
        string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Should().Contain(endless);
    }

    [Fact]
    public void One_who_relies_on_it_is_told_in_the_singular_and_many_in_groups_of_digits()
    {
        Others(1).Should().Be("one other relies on it");
        Others(2).Should().Be("2 others rely on it");
        Others(12_000).Should().Be("12,000 others rely on it");
    }

    [Fact]
    public void What_was_delivered_is_told_without_the_noughts_of_its_scale()
    {
        var story = new Story();
        story.GivenPromise(Some.Promise(Term.Of("hours", 4.0m), Term.Of("adults", 1.0m)))
            .Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("hours", 2.50m), new TermOutcome("adults", 0.0m)] });

        story.Brief().Lines.Single().Facts.Where(fact => fact.Label == "Not as promised").Select(fact => fact.Text)
            .Should().Equal("4 hours; delivered 2.5", "adults: 1; delivered 0");
    }

    /// <summary>A fact of a kind that is still to come.</summary>
    private sealed record Forged(string Named, string Saying) : BriefingFact
    {
        public override string Label => Named;

        private protected override string Say() => Saying;
    }

    private static string Others(int others) =>
        new Story().GivenPromise(Some.Promise() with { Beneficiaries = others }).Brief().Lines.Single().Facts.Single(fact => fact.Label == "At stake").Text;
}
