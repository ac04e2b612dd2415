using Mono.Cecil;

namespace CommitmentLedger.Repository.Tests.Layering;

/// <summary>Who may know whom, seen from what the compiler made.</summary>
public class LayeringTests
{
    private const string CoreName = "CommitmentLedger";

    private static readonly string CoreAssembly = typeof(Ledger).Assembly.Location;
    private static readonly IReadOnlyDictionary<string, string> RoomsOfTypes = Rooms.OfTypes();
    private static readonly IReadOnlySet<Arrow> Arrows = ArrowScan.Of(CoreAssembly, type => RoomsOfTypes[type]);

    /// <summary>What has no business where a rule is decided, by full name or by its beginning.</summary>
    private static readonly string[] World =
    [
        "System.Threading.Tasks.", "System.Threading.Thread", "System.Threading.Timer", "System.TimeProvider", "System.Random", "System.Console", "System.IO.File",
        "System.Diagnostics.Stopwatch", "System.Net.", "NodaTime.IClock", "NodaTime.SystemClock", "Microsoft.Extensions.",
    ];

    [Fact]
    public void A_room_uses_only_itself_and_what_stands_above_it() => Arrows.Where(arrow => !Rooms.Allows(arrow)).Should().BeEmpty();

    [Fact]
    public void Every_room_stands_in_the_table_and_is_used() =>
        RoomsOfTypes.Values.Distinct().Should().BeEquivalentTo(Rooms.All.Except(Rooms.ToCome));

    [Theory]
    [InlineData("Values", "Time", false)]
    [InlineData("Verbs", "Model", true)]
    [InlineData("Model", "Verbs", true)]
    [InlineData("Model", "Storage", false)]
    [InlineData("Verbs", "Rules", true)]
    [InlineData("Rules", "Model", false)]
    [InlineData("Recovering", "Verbs", false)]
    [InlineData("Storage", "Encoding", false)]
    [InlineData("Engine", "Storage", true)]
    [InlineData("Briefing", "(root)", false)]
    public void The_table_knows_what_is_allowed(string from, string to, bool isAllowed) =>
        Rooms.Allows(new Arrow(from, "One", to, "Other")).Should().Be(isAllowed);

    [Theory]
    [InlineData(nameof(Commitment), nameof(Time.Deadline))]
    [InlineData(nameof(CustomerId), "ParsableConverter")]
    [InlineData(nameof(Ledger), "LedgerEngine")]
    [InlineData("LedgerCodec", nameof(Storage.StoredEntry))]
    public void Arrows_in_signatures_attributes_fields_and_code_are_seen(string from, string to) =>
        Arrows.Should().Contain(arrow => arrow.From == from && arrow.To == to);

    [Fact]
    public void Rules_know_no_clock_no_chance_no_thread_and_no_world()
    {
        IEnumerable<string> offenders =
            from used in ArrowScan.Foreign(CoreAssembly)
            where Rooms.Pure.Contains(RoomsOfTypes[used.From]) && World.Any(name => used.To.StartsWith(name, StringComparison.Ordinal))
            select $"{used.From} uses {used.To}";

        offenders.Should().BeEmpty();
        ArrowScan.Foreign(CoreAssembly).Should().Contain(used => used.From == "LedgerEngine" && used.To == "System.TimeProvider");
    }

    [Theory]
    [InlineData(typeof(Storage.SqliteLedgerStore))]
    [InlineData(typeof(Storage.PostgreSqlLedgerStore))]
    public void Adapters_know_the_storage_contract_and_never_read_a_body(Type store)
    {
        using var module = ModuleDefinition.ReadModule(store.Assembly.Location);

        module.AssemblyReferences.Select(reference => reference.Name).Should().NotContain(["System.Text.Json", "Newtonsoft.Json"]);
        module.GetTypeReferences().Where(type => type.Scope.Name == CoreName && !IsForAdapters(type)).Should().BeEmpty();
    }

    private static bool IsForAdapters(TypeReference type) => type.DeclaringType is { } outer
        ? IsForAdapters(outer)
        : type.Namespace == "CommitmentLedger.Storage" || RoomsOfTypes[type.Name.Split('`')[0]] is "Values" or "Storage" or "DependencyInjection";
}
