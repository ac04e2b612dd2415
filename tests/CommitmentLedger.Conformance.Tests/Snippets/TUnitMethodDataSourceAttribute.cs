namespace CommitmentLedger.Conformance.Tests.Snippets.TUnit;

/// <summary>Stands in for TUnit's attribute of the same name, so that the guide's lines are compiled without the framework.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class MethodDataSourceAttribute(string member) : Attribute
{
    public string Member => member;
}
