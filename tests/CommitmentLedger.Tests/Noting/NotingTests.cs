namespace CommitmentLedger.Tests.Noting;

/// <summary>What colleagues note and what the customer says stand beside the promise and change nothing of it.</summary>
public class NotingTests
{
    [Fact]
    public void A_note_keeps_who_noted_it_when_and_what_shows_it()
    {
        Story story = new Story().GivenPromise();

        story.When(new AddNote(story.Id, Some.Words("Asked whether to fast; no need."), Evidence.At("visit/17")), Some.Reception).Then(typeof(NoteAdded));

        story.It.Notes.Should().Equal(new Note(Some.Reception, Some.Monday, Some.Words("Asked whether to fast; no need."), Evidence.At("visit/17")));
        story.It.Standing.Should().Be(new Standing(Conversation.Promised, Bindingness.Bound, ClockState.Running));
    }

    [Fact]
    public void The_customers_account_is_taken_after_the_end_and_a_note_is_not()
    {
        Story story = new Story().GivenPromise();
        story.Given(new Break(story.Id, Some.Words("The room is taken.")));

        story.When(new RecordAccount(story.Id, Some.Words("Nobody told me.")), Some.PhoneLine).Then(typeof(AccountRecorded));

        story.It.CustomerAccounts.Should().Equal(new CustomerAccount(Some.Words("Nobody told me."), Some.Monday, Some.PhoneLine));
        story.When(new AddNote(story.Id, Some.Words())).ThenIsRefused("commitment_closed");
    }

    [Fact]
    public void More_notes_than_anybody_reads_are_refused_and_what_the_customer_says_is_not()
    {
        Story story = new Story().GivenPromise();
        for (int count = 0; count < 100; count++) story.Given(new AddNote(story.Id, Some.Words())).Given(new RecordAccount(story.Id, Some.Words()));

        story.When(new AddNote(story.Id, Some.Words())).ThenIsRefused("too_many").LegalNow.Should().Contain("confirm").And.NotContain("add-note");
        story.When(new RecordAccount(story.Id, Some.Words())).ThenIsRecorded();
    }
}
