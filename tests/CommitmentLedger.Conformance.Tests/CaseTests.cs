using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests;

/// <summary>Every numbered case of the contract, as the package's own documentation has them, is looked at by a check.</summary>
public partial class CaseTests
{
    private static readonly string[] Contract =
        [nameof(ILedgerStore), nameof(ITransactionalStore), nameof(IStoreScrubber), nameof(IStoreRebuilder), nameof(IStoreImporter), nameof(IStoreDoctor)];

    private static readonly (string Number, string Says)[] Cases = Read(XDocument.Load(Path.ChangeExtension(typeof(ILedgerStore).Assembly.Location, ".xml")));

    [GeneratedRegex("^[A-Z][1-9][0-9]?$")]
    private static partial Regex Number();

    [Fact]
    public void Every_case_has_a_number_of_its_own_and_a_sentence()
    {
        Cases.Length.Should().BeGreaterThan(60);
        Cases.Select(one => one.Number).Should().OnlyHaveUniqueItems().And.OnlyContain(number => Number().IsMatch(number));
        Cases.Should().OnlyContain(one => one.Says.Length > 20 && one.Says.EndsWith('.'));
    }

    [Fact]
    public void Every_case_is_looked_at_by_a_check() =>
        Cases.Select(one => one.Number).Except(ConformanceKit.Checks.SelectMany(check => check.Cases)).Should().BeEmpty();

    [Fact]
    public void No_check_names_a_case_that_is_not_there_or_twice()
    {
        ConformanceKit.Checks.SelectMany(check => check.Cases).Except(Cases.Select(one => one.Number)).Should().BeEmpty();
        ConformanceKit.Checks.Should().OnlyContain(check => check.Cases.Count > 0 && check.Cases.Distinct().Count() == check.Cases.Count);
    }

    private static (string Number, string Says)[] Read(XDocument documentation) =>
    [
        .. documentation.Descendants("member").Where(member => Array.Exists(Contract, name => member.Attribute("name")!.Value.Contains($".Storage.{name}", StringComparison.Ordinal)))
            .SelectMany(member => member.Descendants("item"))
            .Where(item => item.Element("term") is not null)
            .Select(item => (item.Element("term")!.Value, item.Element("description")!.Value.Trim())),
    ];
}
