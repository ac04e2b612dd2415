namespace CommitmentLedger.Tests.Values;

public class TermTests
{
    public static TheoryData<Term, TermValue, bool> Judgements => new()
    {
        { Term.Of("adults", 4), 4, true },
        { Term.Of("adults", 4), 3, false },
        { Term.Of("adults", 4), 5, false },
        { Term.AtLeast("adults", 4), 5, true },
        { Term.AtLeast("adults", 4), 3, false },
        { Term.AtMost("price", 99.90m), 99.90m, true },
        { Term.AtMost("price", 99.90m), 99.91m, false },
        { Term.AtMost("price", 99.90m), "free", false },
        { Term.Of("view", "Sea"), "sea", true },
        { Term.Of("breakfast", true), false, false },
        { Term.Of("breakfast", true), "yes", false },
    };

    [Theory]
    [MemberData(nameof(Judgements))]
    public void A_term_is_met_by_what_it_says(Term term, TermValue delivered, bool expected) => term.IsMetBy(delivered).Should().Be(expected);

    public static TheoryData<Term, Term, bool> Pairs => new()
    {
        { Term.Of("adults", 4), Term.Of("adults", 3), true },
        { Term.Of("adults", 4), Term.Of("Adults", 4), false },
        { Term.Of("adults", 4), Term.AtMost("adults", 3), true },
        { Term.Of("adults", 4), Term.AtLeast("adults", 2), false },
        { Term.AtLeast("adults", 4), Term.AtMost("adults", 3), true },
        { Term.AtLeast("adults", 3), Term.AtMost("adults", 3), false },
        { Term.AtMost("adults", 3), Term.AtLeast("adults", 4), true },
        { Term.AtLeast("adults", 3), Term.AtLeast("adults", 9), false },
        { Term.Of("adults", 4), Term.Of("children", 3), false },
        { Term.Place("front door"), Term.Place("reception"), true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Terms_contradict_when_nothing_could_meet_both(Term one, Term other, bool expected)
    {
        one.Contradicts(other).Should().Be(expected);
        other.Contradicts(one).Should().Be(expected);
    }

    public static TheoryData<Term, Term, bool> Meanings => new()
    {
        { Term.Of("adults", 4), Term.Of("Adults", 4.00m), true },
        { Term.Of("view", "Sea"), Term.Of("VIEW", "sea"), true },
        { Term.Of("café", "Olé"), Term.Of("CAFE\u0301", "OLE\u0301"), true },
        { Term.Of("breakfast", true), Term.Of("breakfast", true), true },
        { Term.Of("breakfast", true), Term.Of("breakfast", false), false },
        { Term.Of("adults", 4), Term.Of("adults", "4"), false },
        { Term.Of("adults", 4), Term.AtLeast("adults", 4), false },
        { Term.AtMost("adults", 4), Term.AtLeast("adults", 4), false },
        { Term.Of("adults", 4), Term.Of("children", 4), false },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Terms_say_the_same_however_they_are_spelled(Term one, Term other, bool expected)
    {
        one.SaysTheSameAs(other).Should().Be(expected);
        other.SaysTheSameAs(one).Should().Be(expected);
        TermMeaning.Comparer.Equals(one, other).Should().Be(expected);
        if (expected) TermMeaning.Comparer.GetHashCode(one).Should().Be(TermMeaning.Comparer.GetHashCode(other));
    }

    [Fact]
    public void Terms_are_spoken_as_people_say_them()
    {
        Term[] terms = [Term.Of("extra-beds", 2), Term.AtMost("price", 100), Term.AtLeast("adults", 3), Term.Of("breakfast", true), Term.Of("smoking", false), Term.Of("view", "sea")];

        string.Join(", ", terms.AsEnumerable()).Should().Be("2 extra beds, at most 100 price, at least 3 adults, breakfast, no smoking, view: sea");
    }

    [Fact]
    public void Only_numbers_are_at_least_or_at_most()
    {
        FluentActions.Invoking(() => new Term("view", "sea", TermComparison.AtLeast)).Should().Throw<ArgumentException>();
    }
}
