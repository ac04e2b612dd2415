namespace CommitmentLedger.Tests.Confirming;

public class ConfirmingTests
{
    [Fact]
    [Proves("LAB-07", 'a')]
    public void Confirmations_count_by_distinct_team_and_by_what_they_rest_on()
    {
        Story story = new Story().GivenPromise();

        story.Given(new Confirm(story.Id, Basis.Word, Some.Words()), Some.PhoneLine)
            .Given(new Confirm(story.Id, Basis.Word, Some.Words()), Some.PhoneLine)
            .Given(new Confirm(story.Id, Basis.Word), Some.Membership)
            .Given(new Confirm(story.Id, Basis.Capacity), Some.Reception);

        story.It.Assurances.Count.Should().Be(4);
        story.It.IndependentConfirmations.Should().Be(2);
    }

    [Fact]
    public void A_confirmation_covers_all_terms_unless_it_names_some()
    {
        Story story = new Story().GivenPromise();

        story.Given(new Confirm(story.Id, Basis.Capacity, Some.Words()) { Terms = [Term.Of("EXTRA-BEDS", 2)] }, Some.Reception)
            .Given(new Confirm(story.Id, Basis.Policy), Some.Reception);

        story.It.Assurances.Select(assurance => assurance.Terms).Should().Equal([Term.Of("extra-beds", 2)], Some.Promise().Terms);
        story.It.IndependentConfirmations.Should().Be(1, "the adults were confirmed once");
        Receipt.For(story.Entries[1], story.It)!.Terms.Should().Equal(Term.Of("extra-beds", 2));
    }

    [Fact]
    public void A_term_that_the_promise_does_not_have_is_not_confirmed()
    {
        Story story = new Story().GivenPromise();

        story.When(new Confirm(story.Id, Basis.Word) { Terms = [Term.Of("adults", 4), Term.Of("extra-beds", 3), Term.Of("breakfast", true)] })
            .ThenIsRefused("unknown_term").Details.Should().Equal("extra-beds", "breakfast");
    }

    [Fact]
    public void A_bots_word_proves_nothing_and_what_it_looked_up_does()
    {
        Story story = new Story().GivenPromise();
        var bot = new Actor(Team.Of("web"), Bot.Of("helper"), Channel.Chat);

        story.Given(new Confirm(story.Id, Basis.Word, Some.Words()), bot).It.IndependentConfirmations.Should().Be(0);
        story.Given(new Confirm(story.Id, Basis.SourceSystem, Some.Words()), bot).It.IndependentConfirmations.Should().Be(1);
    }

    [Theory]
    [InlineData(Basis.Word, "by reception (noor), in person")]
    [InlineData(Basis.Policy, "by reception (noor), in person, who read the policy")]
    [InlineData(Basis.Capacity, "by reception (noor), in person, who checked capacity")]
    [InlineData(Basis.SourceSystem, "by reception (noor), in person, who saw it in a source system")]
    [InlineData(Basis.Document, "by reception (noor), in person, who saw a document")]
    public void A_briefing_tells_what_whoever_confirmed_it_went_by(Basis basis, string told)
    {
        Story story = new Story().GivenPromise().WhenIt(id => new Confirm(id, basis), Some.Reception).ThenIsRecorded();

        story.Brief().Lines.Single().Facts.Single(fact => fact.Label == "Confirmed").Text.Should().EndWith(told);
    }

    [Fact]
    public void More_confirmations_than_anybody_reads_are_refused()
    {
        Story story = new Story().GivenPromise();
        for (int count = 0; count < 100; count++) story.Given(new Confirm(story.Id, Basis.Word));

        story.When(new Confirm(story.Id, Basis.Word)).ThenIsRefused("too_many");
    }

    [Fact]
    [Proves("HOTEL-16", 'a')]
    public void Others_who_rely_on_a_promise_make_it_weigh_more()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Occasion = new Occasion("family reunion"), Beneficiaries = 3 });

        story.It.Stakes.Should().Be(Stakes.Raised);
        new Story().GivenPromise().It.Stakes.Should().Be(Stakes.Ordinary);
        story.Given(new AskAgain(story.Id)).Given(new Confirm(story.Id, Basis.Word)).It.Stakes.Should().Be(Stakes.High);
    }

    [Fact]
    public void Words_without_terms_are_confirmed_as_a_whole()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Terms = [] });

        story.Given(new Confirm(story.Id, Basis.Word, Some.Words("Certainly.")), Some.PhoneLine);

        story.It.IndependentConfirmations.Should().Be(1);
    }
}
