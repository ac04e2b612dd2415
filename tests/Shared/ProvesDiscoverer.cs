using Xunit.Abstractions;
using Xunit.Sdk;

namespace CommitmentLedger.Scenarios;

/// <summary>Lets <c>dotnet test --filter "Scenario=LAB-03"</c> find the tests of a scenario.</summary>
internal sealed class ProvesDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [new("Scenario", (string)traitAttribute.GetConstructorArguments().First())];
}
