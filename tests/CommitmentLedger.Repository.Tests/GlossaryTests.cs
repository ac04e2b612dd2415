using System.Text.RegularExpressions;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Repository.Tests;

/// <summary>The glossary explains every public type of the core, and names nothing that the core does not have.</summary>
public partial class GlossaryTests
{
    private const string Page = "docs/reference/glossary.md";

    /// <summary>A row whose first column is a name in code or a plain word in italics, and whose second is the explanation.</summary>
    [GeneratedRegex(@"^\| (?:`(?<code>[^`]+)`|\*(?<word>[^*]+)\*) \| (?<meaning>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?!Word \||-)", RegexOptions.Multiline)]
    private static partial Regex AnyRow();

    /// <summary>
    /// The types that the glossary explains: all public ones, except commands and events, which the reference of verbs lists, and the
    /// classes that only register or extend something. A nested type belongs to the row of the type around it.
    /// </summary>
    private static IEnumerable<Type> Types() => typeof(Ledger).Assembly.GetExportedTypes().Where(type =>
        !type.IsNested
        && type.Namespace is not ("CommitmentLedger.Commands" or "CommitmentLedger.Events")
        && !type.Name.EndsWith("Builder", StringComparison.Ordinal)
        && !type.Name.EndsWith("Extensions", StringComparison.Ordinal));

    private static string[] Names(string text) => [.. Row().Matches(text).Select(row => row.Groups["code"].Value).Where(name => name.Length > 0)];

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{type.GetGenericArguments()[0].Name}>" : type.Name;

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var type, var member] => Types().Any(one => one.Name == type && one.GetProperty(member) is not null),
        _ => Types().Any(type => NameOf(type) == name),
    };

    [Fact]
    public void Every_public_type_of_the_core_is_in_the_glossary() =>
        Types().Select(NameOf).Except(Names(Repo.Read(Page))).Should().BeEmpty("{0} has a row for each", Page);

    [Fact]
    public void Every_name_in_the_glossary_is_a_public_type_or_a_property_of_one() =>
        Names(Repo.Read(Page)).Where(name => !Exists(name)).Should().BeEmpty("a word that is no name in the code stands in italics in {0}", Page);

    [Fact]
    public void Every_word_is_explained_once_and_in_one_sentence()
    {
        MatchCollection rows = Row().Matches(Repo.Read(Page));

        rows.Should().HaveCount(AnyRow().Count(Repo.Read(Page)), "each row is a word and its meaning");
        rows.Select(row => row.Groups["code"].Value + row.Groups["word"].Value).Should().OnlyHaveUniqueItems();
        rows.Select(row => row.Groups["meaning"].Value).Where(meaning => !meaning.EndsWith('.') || meaning.Contains(". ", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("`Ledger`", true)]
    [InlineData("`ValueList<T>`", true)]
    [InlineData("`Promise.PromisedDue`", true)]
    [InlineData("`Promise.Nothing`", false)]
    [InlineData("`MakePromise`", false)]
    [InlineData("`Nothing`", false)]
    public void A_name_that_the_code_does_not_have_is_seen(string cell, bool expected) =>
        Names($"| {cell} | A meaning. |\n").Should().ContainSingle().Which.Should().Match(name => Exists(name) == expected);

    [Fact]
    public void What_is_in_no_row_is_no_name() => Names($"Text with `{nameof(Ledger)}` and `{nameof(ILedgerStore)}`.\n| *word* | See `Ledger`. |\n").Should().BeEmpty();
}
