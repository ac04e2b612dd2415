using System.Reflection;
using System.Text.Json.Serialization;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>The table of verbs says what a client sends.</summary>
public class VerbsTests
{
    private static readonly Dictionary<Type, string> Discriminators =
        typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    [Fact]
    public void Every_name_in_the_table_is_one_that_a_client_sends_and_the_other_way_round() =>
        Verbs.All.Select(verb => verb.Name).Should().BeEquivalentTo(Discriminators.Values);

    [Fact]
    public void A_command_has_the_verb_of_the_name_by_which_it_is_sent()
    {
        foreach (string row in Rows.Names)
        {
            Command command = Rows.CommandOf(row, new Story());

            command.Verb.Should().BeSameAs(Verbs.Find(Discriminators[command.GetType()]), "{0}", command.GetType().Name);
            command.Verb.Name.Should().Be(row.Split(',')[0]);
        }
    }

    [Fact]
    public void Names_are_unique_and_in_alphabetical_order()
    {
        Verbs.All.Select(verb => verb.Name).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        Verbs.Find("Accept").Should().BeNull("names are as they are sent");
    }
}
