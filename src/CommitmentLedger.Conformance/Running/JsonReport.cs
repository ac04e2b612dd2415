using System.Text;
using System.Text.Json;

namespace CommitmentLedger.Conformance;

/// <summary>A report as JSON, written by hand so that nothing needs reflection.</summary>
internal static class JsonReport
{
    public static string Write(ConformanceReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("store", report.Store);
            json.WriteBoolean("conforms", report.Conforms);
            json.WriteStartArray("results");
            foreach (CheckResult result in report.Results) Write(json, result);
            json.WriteEndArray();
            json.WriteStartArray("notRun");
            foreach (string name in report.NotRun) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject();
        json.WriteString("check", result.Check);
        json.WriteStartArray("cases");
        foreach (string number in ConformanceKit.Check(result.Check).Cases) json.WriteStringValue(number);
        json.WriteEndArray();
        json.WriteString("level", Level(result.Level));
        json.WriteString("outcome", Outcome(result.Outcome));
        if (result.Detail is { } detail) json.WriteString("detail", detail);
        json.WriteEndObject();
    }

    private static string Level(ConformanceLevel level) => level switch
    {
        ConformanceLevel.Core => "core",
        ConformanceLevel.Concurrent => "concurrent",
        ConformanceLevel.Durable => "durable",
        ConformanceLevel.Evident => "evident",
        _ => "fast",
    };

    private static string Outcome(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "passed",
        CheckOutcome.Failed => "failed",
        _ => "does_not_apply",
    };
}
