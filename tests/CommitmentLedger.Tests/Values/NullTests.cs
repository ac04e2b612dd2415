namespace CommitmentLedger.Tests.Values;

public class NullTests
{
    [Fact]
    public void What_is_null_is_refused_by_its_name()
    {
        Story story = new Story().GivenPromise();
        Receipt receipt = Receipt.For(story.Entries[0], story.It)!;
        Action[] nulls =
        [
            () => story.It.Contradicts(null!), () => Term.Of("adults", 4).SaysTheSameAs(null!), () => Term.Of("adults", 4).Contradicts(null!), () => _ = new Consent("the guest", null!),
            () => CustomersYes.Shown(null!), () => CustomersYes.Heard(Channel.Phone, null!), () => new TermOutcome("adults", 4).IsFor(null!), () => receipt.ToText(null!),
        ];

        foreach (Action missing in nulls) missing.Should().Throw<ArgumentNullException>();
    }
}
