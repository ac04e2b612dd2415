using System.Text.Json;
using NodaTime;

namespace CommitmentLedger.Tests.Briefings;

public class BriefingTests
{
    [Fact]
    public void What_is_overdue_comes_before_what_is_due_and_a_contradiction_before_all()
    {
        Story story = new Story().GivenPromise(Some.Promise(Term.Of("towels", 2)) with { PromisedDue = Some.Due(Some.Monday + Duration.FromHours(1)), Matter = null });
        CommitmentId later = CommitmentId.New(), four = CommitmentId.New(), three = CommitmentId.New();
        story.Given(new MakePromise(later, Some.Promise(Term.Of("late-check-out", true)) with { Matter = null }))
            .Given(new MakePromise(four, Some.Promise(Term.Of("adults", 4)))).Given(new MakePromise(three, Some.Promise(Term.Of("adults", 3))), Some.PhoneLine);

        Briefing briefing = story.After(Duration.FromHours(2)).Brief();

        briefing.Lines[0].Kind.Should().Be(BriefingLineKind.Contradiction);
        briefing.Lines[1].Commitments.Should().Equal(story.Id);
        briefing.Lines[1].Urgency.Should().Be("Overdue since today 11:00");
        briefing.Lines.Skip(2).Select(line => line.Commitments[0].ToGuid()).Should().BeEquivalentTo([later.ToGuid(), four.ToGuid(), three.ToGuid()]);
    }

    [Fact]
    public void The_first_line_says_how_many_teams_promised_what_and_the_facts_who_when_and_in_which_words()
    {
        Story story = new Story().GivenPromise();
        story.After(Duration.FromDays(3)).Given(new MakePromise(CommitmentId.New(), Some.Promise() with { Words = Some.Words("Certainly: four adults.") }), Some.PhoneLine)
            .After(Duration.FromDays(4)).Given(new AskAgain(story.Id, Some.Words("Really?")), Some.PhoneLine).Given(new AskAgain(story.Id, Some.Words("You are sure?")), Some.PhoneLine);

        string text = story.At(Some.CheckIn - Duration.FromMinutes(20)).Brief().ToText();

        text.Should().StartWith("""
            Briefing for check-in: customer guest-7731
            Saturday 14 November 2026, 14:40 (Asia/Dubai), ledger position 4

            DUE TODAY 15:00 · Two teams promised: 4 adults, 2 extra beds
               Promised        Mon 2 Nov 10:00, by membership (asha), phone
                               “Yes, four adults can stay, and we will put in two extra beds.”
               Confirmed       Thu 5 Nov 10:00, by hotel phone line, phone
                               “Certainly: four adults.”
               Asked again     twice, last Mon 9 Nov 10:00 to hotel phone line, phone
                               “You are sure?”
            """);
        text.Should().EndWith("So far: 1 promised.");
    }

    [Fact]
    public void A_customer_to_whom_nothing_is_owed_has_a_short_briefing()
    {
        new Story().Brief().ToText().Should().Contain("Nothing is owed to this customer.").And.EndWith("So far: 0 promised.");
    }

    [Fact]
    public void What_is_closed_is_counted_and_not_listed()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Break(story.Id, Some.Words("The room only takes three.")));

        Briefing briefing = story.Brief();

        briefing.Lines.Should().BeEmpty();
        briefing.ToText().Should().EndWith("So far: 1 promised; 1 broken.");
    }

    [Fact]
    public void Long_words_wrap_inside_the_screen()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Words = Some.Words(string.Concat(Enumerable.Repeat("and so on and on ", 40)).Trim()) });

        story.Brief().ToText().Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 100);
    }

    [Fact]
    public void As_json_it_has_names_that_stay()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Preconditions = [Precondition.ByCustomer("show the voucher")] });

        using var json = JsonDocument.Parse(story.Brief().ToJson());

        json.RootElement.EnumerateObject().Select(property => property.Name).Should()
            .Equal("customer", "occasion", "at", "zone", "position", "lines", "customersSteps", "history");
        JsonElement line = json.RootElement.GetProperty("lines")[0];
        line.EnumerateObject().Select(property => property.Name).Should().Equal("kind", "health", "severity", "due", "urgency", "headline", "commitments", "dates", "facts");
        line.GetProperty("kind").GetString().Should().Be("Promise");
        json.RootElement.GetProperty("zone").GetString().Should().Be("Asia/Dubai");
        json.RootElement.GetProperty("customersSteps")[0].GetProperty("step").GetString().Should().Be("show the voucher");
    }
}
