namespace CommitmentLedger.Tests.Values;

public class ValueListTests
{
    [Fact]
    public void Lists_are_equal_by_their_elements_in_order()
    {
        ValueList<int> list = [1, 2, 3];

        list.Should().Equal(1, 2, 3);
        (list == [1, 2, 3]).Should().BeTrue();
        (list != [3, 2, 1]).Should().BeTrue();
        list.GetHashCode().Should().Be(new ValueList<int>([1, 2, 3]).GetHashCode());
        list.Equals((object)"no list").Should().BeFalse();
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        (default(ValueList<string>) == []).Should().BeTrue();
        default(ValueList<string>).IsEmpty.Should().BeTrue();
        default(ValueList<string>).Add("one").Should().Equal("one");
    }

    [Fact]
    public void Adding_leaves_the_list_as_it_was()
    {
        ValueList<int> list = [1];

        list.Add(2).Should().Equal(1, 2);
        list.Should().Equal(1);
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_from()
    {
        int[] source = [1, 2];
        ValueList<int> list = [.. source];

        source[0] = 9;

        list[0].Should().Be(1);
    }
}
