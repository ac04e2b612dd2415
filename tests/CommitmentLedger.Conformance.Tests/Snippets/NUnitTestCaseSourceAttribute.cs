namespace CommitmentLedger.Conformance.Tests.Snippets.NUnit;

/// <summary>Stands in for NUnit's attribute of the same name, so that the guide's lines are compiled without the framework.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class TestCaseSourceAttribute(Type type, string member) : Attribute
{
    public Type Type => type;

    public string Member => member;
}
