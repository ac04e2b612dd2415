namespace CommitmentLedger.Conformance.Tests.Snippets.MSTest;

/// <summary>Stands in for MSTest's attribute of the same name, so that the guide's lines are compiled without the framework.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class DynamicDataAttribute(string member) : Attribute
{
    public string Member => member;
}
