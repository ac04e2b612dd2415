using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>What the ledger returns, written by the JSON options of a web application.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonSerializerOptions Web = new JsonSerializerOptions(JsonSerializerDefaults.Web).AddLedgerConverters();

    public static TheoryData<string> StateNames => [.. States.Names];

    [Theory]
    [MemberData(nameof(StateNames))]
    public void Nothing_that_the_ledger_returns_is_written_as_an_empty_object(string state)
    {
        Story story = States.Of(state);

        string json = JsonSerializer.Serialize(new { story.Record, story.Entries, Briefing = story.Brief() }, Web);

        // A clock that has not started has nothing to say.
        json.Replace("\"clock\":{}", string.Empty, StringComparison.Ordinal).Should().NotContain("{}");
    }

    [Fact]
    public void Times_are_text_that_NodaTime_reads_back_and_enumerations_are_names()
    {
        Story story = States.Of("bound");

        JsonElement commitment = JsonSerializer.SerializeToElement(story.It, Web);

        InstantPattern.ExtendedIso.Parse(commitment.GetProperty("dueTimes").GetProperty("due").GetString()!).Value.Should().Be(story.It.DueTimes!.Due);
        commitment.GetProperty("conversation").GetString().Should().Be("Promised");
        JsonElement entry = JsonSerializer.SerializeToElement(story.Entries[0], Web);
        entry.GetProperty("occurredAt").GetString().Should().Be("2026-11-02T06:00:00Z");
    }

    [Fact]
    public void Every_time_that_can_be_reached_from_what_the_ledger_returns_has_a_converter()
    {
        var seen = new HashSet<Type>();
        foreach (Type noun in (Type[])[typeof(Briefing), typeof(Verdict), typeof(CommitmentPage), typeof(CustomerRecord), typeof(FeedItem), typeof(AddressedCommand)])
            Walk(noun, seen);

        seen.Should().Contain([typeof(Commitment), typeof(Receipt), typeof(Promised), typeof(Instant), typeof(Deadline)]);
        seen.Where(type => type.Assembly == typeof(Instant).Assembly && Web.GetTypeInfo(type).Kind != JsonTypeInfoKind.None).Should().BeEmpty();
        seen.Where(type => type.IsEnum && JsonSerializer.Serialize(Enum.GetValues(type).GetValue(0), type, Web)[0] != '"').Should().BeEmpty();
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type)) return;
        JsonTypeInfo info = Web.GetTypeInfo(type);
        if (info.ElementType is { } element) Walk(element, seen);
        if (info.Kind == JsonTypeInfoKind.Object)
        {
            foreach (JsonPropertyInfo property in info.Properties) Walk(property.PropertyType, seen);
        }

        foreach (JsonDerivedType derived in info.PolymorphismOptions?.DerivedTypes ?? []) Walk(derived.DerivedType, seen);
    }
}
