using System.Reflection;

namespace CommitmentLedger.Repository.Tests;

/// <summary>The public API is a reviewed text: to approve a change, copy the received file over the approved one and read its diff.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("CommitmentLedger")]
    [InlineData("CommitmentLedger.Sqlite")]
    [InlineData("CommitmentLedger.PostgreSql")]
    [InlineData("CommitmentLedger.Conformance")]
    [InlineData("CommitmentLedger.Hosting")]
    [InlineData("CommitmentLedger.ICalendar")]
    public void The_public_api_is_the_approved_one(string name)
    {
        string path = $"tests/CommitmentLedger.Repository.Tests/Approved/{name}.txt";
        string received = PublicApi.Describe(Assembly.Load(name));
        string receivedPath = Path.Combine(Repo.Root, path.Replace(".txt", ".received.txt"));
        File.WriteAllText(receivedPath, received);

        received.Should().Be(File.Exists(Path.Combine(Repo.Root, path)) ? Repo.Read(path) : string.Empty, "a change of the public API is approved by copying {0}", receivedPath);

        File.Delete(receivedPath);
    }

    [Theory]
    [InlineData("CommitmentLedger")]
    [InlineData("CommitmentLedger.Sqlite")]
    [InlineData("CommitmentLedger.PostgreSql")]
    [InlineData("CommitmentLedger.Conformance")]
    [InlineData("CommitmentLedger.Hosting")]
    [InlineData("CommitmentLedger.ICalendar")]
    public void Types_are_for_users_by_namespace_and_sealed_until_somebody_needs_more(string name)
    {
        foreach (Type type in Assembly.Load(name).GetExportedTypes())
        {
            type.Namespace.Should().BeOneOf(
                "CommitmentLedger", "CommitmentLedger.Commands", "CommitmentLedger.Events", "CommitmentLedger.Time", "CommitmentLedger.Storage", "CommitmentLedger.Hosting", "CommitmentLedger.Conformance", "Microsoft.Extensions.DependencyInjection");
            (type.IsSealed || type.IsAbstract || type.IsInterface).Should().BeTrue("{0} is open to inheritance", type);
        }
    }

    [Fact]
    public void The_core_depends_on_time_and_the_abstractions_alone()
    {
        string[] allowed = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options"];

        Assembly.Load("CommitmentLedger").GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => !reference.StartsWith("System.", StringComparison.Ordinal)).Should().BeSubsetOf(allowed);
    }
}
