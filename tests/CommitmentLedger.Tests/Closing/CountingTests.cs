namespace CommitmentLedger.Tests.Closing;

/// <summary>Each way of closing counts once, under its own name, and no more when it is taken back.</summary>
public class CountingTests
{
    [Theory]
    [InlineData(Bindingness.Kept)]
    [InlineData(Bindingness.KeptLate)]
    [InlineData(Bindingness.PartiallyKept)]
    [InlineData(Bindingness.Broken)]
    [InlineData(Bindingness.Released)]
    [InlineData(Bindingness.Withdrawn)]
    [InlineData(Bindingness.Expired)]
    [InlineData(Bindingness.Superseded)]
    public void A_closing_counts_where_it_belongs_until_it_is_taken_back(Bindingness how)
    {
        Story story = new Story().GivenPromise();
        Commitment open = story.It, closed = open with { Bindingness = how, Closing = new CommitmentLedger.Closing(Some.Monday, Some.Membership, Reason: null) };

        CustomerHistory counted = new CustomerHistory().Count(before: null, open).Count(open, closed);

        Closings(counted).Should().Be((how, 1));
        Closings(counted.Count(closed, open)).Should().Be((Bindingness.Unbound, 0));
        counted.Promised.Should().Be(1);
    }

    /// <summary>The one way of closing that is counted, and how often.</summary>
    private static (Bindingness How, int Times) Closings(CustomerHistory history)
    {
        (Bindingness How, int Times)[] counted =
        [
            (Bindingness.Kept, history.Kept),
            (Bindingness.KeptLate, history.KeptLate),
            (Bindingness.PartiallyKept, history.PartiallyKept),
            (Bindingness.Broken, history.Broken),
            (Bindingness.Released, history.Released),
            (Bindingness.Withdrawn, history.Withdrawn),
            (Bindingness.Expired, history.Expired),
            (Bindingness.Superseded, history.Superseded),
        ];
        return counted.Where(one => one.Times != 0).DefaultIfEmpty((Bindingness.Unbound, 0)).Single();
    }
}
