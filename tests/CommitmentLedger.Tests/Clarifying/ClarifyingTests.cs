namespace CommitmentLedger.Tests.Clarifying;

/// <summary>Which reading of an ambiguous item is meant.</summary>
public class ClarifyingTests
{
    [Fact]
    public void What_is_ambiguous_cannot_be_stated_before_it_is_clear()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Readings = [Some.Words("dengue panel"), Some.Words("fever panel")] });

        story.When(new StateDone(story.Id)).ThenIsRefused("ambiguous");
        story.When(new Clarify(story.Id, Some.Words("dengue panel"))).Then(typeof(Clarified));
        story.Brief().Lines.Single().Facts.Where(fact => fact.Label is "Not clear" or "Meaning").Select(fact => (fact.Label, fact.Text)).Should().Equal(("Meaning", "dengue panel"));

        story.When(new StateDone(story.Id)).Then(typeof(Stated));
        story.When(new Clarify(story.Id, Some.Words("fever panel"))).ThenIsRefused("out_of_turn");
    }
}
