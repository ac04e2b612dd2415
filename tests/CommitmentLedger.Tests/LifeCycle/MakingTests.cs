namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>Whatever makes a commitment is asked the same in the same order: are the words sound, is the id free, is there room, when is it due.</summary>
public class MakingTests
{
    private static readonly CommitmentId Whole = CommitmentId.New();
    private static readonly CommitmentId Taken = CommitmentId.New();

    /// <summary>Counted by a calendar version that the ledger was not given.</summary>
    private static readonly Deadline Uncountable =
        Deadline.Within(BusinessTime.FromHours(400), Some.Monday, new WorkingCalendar("testing centre", 9, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-20:00")));

    private static readonly Promise Uncounted = Some.Promise() with { PromisedDue = Uncountable, Matter = null };

    private static readonly Promise Unsound = Uncounted with { Terms = [Term.Of("adults", 4), Term.Of("adults", 5)] };

    /// <summary>A customer who has two promises, and one to whom so many were given that no more are taken.</summary>
    private static readonly CustomerRecord Roomy = new Story().Given(new MakePromise(Whole, Some.Promise())).Given(new MakePromise(Taken, Some.Promise(Term.Of("spa", true)))).Record;
    private static readonly CustomerRecord Full = Crowd(Roomy);

    private static Command Making(string verb, CommitmentId id, Promise promise) => verb switch
    {
        "promise" => new MakePromise(id, promise),
        "claim" => new Claim(id, promise),
        "offer" => new Offer(id, promise),
        "request" => new Request(id, promise) { Answer = new AnswerBy(CommitmentId.New(), Some.Words(), Uncountable) },
        "split" => new Split(Whole, [new Part(id, promise), new Part(CommitmentId.New(), Some.Promise())], Consent: null),
        "split, agreed" => new Split(Whole, [new Part(id, promise), new Part(CommitmentId.New(), Some.Promise())], Some.Consent()),
        "carry-forward" => new CarryForward(Whole, id, Uncountable, Some.Membership, Some.Words()),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    [Theory]
    [InlineData("promise", "terms_contradict", "commitment_exists", "too_many_open", "calendar_unknown")]
    [InlineData("claim", "terms_contradict", "commitment_exists", "too_many_open", "calendar_unknown")]
    [InlineData("request", "terms_contradict", "commitment_exists", "too_many_open", "calendar_unknown")]
    [InlineData("offer", "terms_contradict", "out_of_turn", "too_many_open", null)]
    [InlineData("split", "terms_contradict", "commitment_exists", "too_many_open", null)]
    [InlineData("split, agreed", "terms_contradict", "commitment_exists", "too_many_open", "calendar_unknown")]
    [InlineData("carry-forward", "commitment_exists", "commitment_exists", "too_many_open", "calendar_unknown")]
    public void It_is_asked_the_same_in_the_same_order(string verb, string unsound, string taken, string full, string? uncountable)
    {
        Answer(Making(verb, Taken, Unsound), Full).Should().Be(unsound);
        Answer(Making(verb, Taken, Uncounted), Full).Should().Be(taken);
        Answer(Making(verb, CommitmentId.New(), Uncounted), Full).Should().Be(full);
        Answer(Making(verb, CommitmentId.New(), Uncounted), Roomy).Should().Be(uncountable);
    }

    [Fact]
    public void An_id_that_is_named_twice_is_not_free()
    {
        var id = CommitmentId.New();

        Answer(new Split(Whole, [new Part(id, Some.Promise()), new Part(id, Some.Promise())], Consent: null), Roomy).Should().Be("commitment_exists");
        Answer(new Request(id, Some.Promise()) { Answer = new AnswerBy(id, Some.Words(), Some.Due()) }, Roomy).Should().Be("commitment_exists");
    }

    [Fact]
    public void What_is_there_already_needs_no_more_room()
    {
        var asked = CommitmentId.New();
        CustomerRecord full = Crowd(new Story().Given(new Request(asked, Some.Promise())).Record);

        Answer(new Offer(asked, Some.Promise()), full).Should().BeNull();
        Answer(new MakePromise(asked, Some.Promise()), full).Should().BeNull();
    }

    [Fact]
    public void What_a_choice_made_longer_than_a_promise_may_begin_is_carried_forward_all_the_same()
    {
        Term[] terms = [.. Enumerable.Range(1, Promise.MaxTerms).Select(number => Term.Of($"night-{number}", 1))];
        Story story = new Story().GivenPromise(Some.Promise(terms) with { Choices = [Choice.Of("payment", [Option.Of("UPI"), Option.Of("card")])] });
        story.Given(new Choose(story.Id, "payment", "card"));

        story.When(Rows.CarryForward(story.Id)).ThenIsRecorded();
    }

    private static CustomerRecord Crowd(CustomerRecord record)
    {
        Commitment one = record.Commitments[^1];
        ValueList<Commitment> many = [.. record.Commitments, .. Enumerable.Range(0, CustomerRecord.MaxOpen).Select(_ => one with { Id = CommitmentId.New() })];
        return CustomerRecord.Of(Some.Guest, record.Version, record.History, many);
    }

    private static string? Answer(Command command, CustomerRecord record)
    {
        ValueList<PromiseReference> references = [.. Enumerable.Range(0, command.ReferencesNeeded).Select(number => PromiseReference.FromNumber((ulong)number))];
        return Outcome.On(command, record, new Circumstances(Some.Monday, Some.Monday, Some.Membership, Some.Calendars, references, Some.Dubai)).Refusal?.Code;
    }
}
