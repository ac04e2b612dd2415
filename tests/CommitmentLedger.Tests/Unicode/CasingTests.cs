namespace CommitmentLedger.Tests.Unicode;

public class CasingTests
{
    [Theory]
    [InlineData("Hauptstraße 1", "HAUPTSTRASSE 1")]
    [InlineData("Hauptstraße 1", "HAUPTSTRAẞE 1")]
    [InlineData("İzmir", "izmir")]
    [InlineData("İzmir", "IZMIR")]
    [InlineData("İzmir", "i\u0307zmir")]
    [InlineData("Ilgın", "ılgın")]
    [InlineData("ΣΑΣ", "σας")]
    [InlineData("ϴ", "θ")]
    [InlineData("Zoë", "ZOË")]
    [InlineData("ᏸ", "Ᏸ")]
    [InlineData("Ǆ", "ǅ")]
    public void Upper_and_lower_case_are_the_same_wherever_names_and_texts_are_compared(string one, string other)
    {
        foreach ((string kept, string given) in new[] { (one, other), (other, one) })
        {
            Text.IsSameName(kept, given).Should().BeTrue();
            Term.Place(kept).SaysTheSameAs(Term.Place(given)).Should().BeTrue();
            Term.Place(kept).Contradicts(Term.Place(given)).Should().BeFalse();
            Term.Of(kept, 1).Contradicts(Term.Of(given, 2)).Should().BeTrue();
            TermMeaning.Comparer.GetHashCode(Term.Of(kept, given)).Should().Be(TermMeaning.Comparer.GetHashCode(Term.Of(given, kept)));
            new TermOutcome(given, 1).IsFor(Term.Of(kept, 1)).Should().BeTrue();
            Precondition.ByUs(kept).IsNamed(given).Should().BeTrue();
            (Some.Promise() with { Preconditions = [Precondition.ByUs(kept), Precondition.ByCustomer(given)] }).Problem()!.Code.Should().Be("precondition_twice");
            FluentActions.Invoking(() => Choice.Of("x", [Option.Of(kept), Option.Of(given)])).Should().Throw<ArgumentException>().WithMessage("*same name*");
            LookupKey.Of("place", kept).Finds(LookupKey.Of("place", given)).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("Maße", "Mase")]
    [InlineData("Ä", "A")]
    [InlineData("s", "ss")]
    [InlineData("ß", "s")]
    [InlineData("ss", "sss")]
    [InlineData("a\u0307b", "ab")]
    public void Other_letters_stay_different(string one, string other)
    {
        Text.IsSameName(one, other).Should().BeFalse();
        Text.IsSameName(other, one).Should().BeFalse();
    }

    [Fact]
    public void What_is_no_text_is_the_name_of_nothing() => Text.IsSameName("\uFFFD", "\uD800").Should().BeFalse();

    [Fact]
    public void Comparing_allocates_nothing()
    {
        (string, string)[] pairs = [("adults", "ADULTS"), ("Straße", "STRASSE"), ("غرفة", "غرف")];
        foreach ((string one, string other) in pairs) Casing.Comparer.Equals(one, other);
        long before = GC.GetAllocatedBytesForCurrentThread();

        foreach ((string one, string other) in pairs) Casing.Comparer.Equals(one, other);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
