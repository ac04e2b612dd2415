using System.Text.Json;

namespace CommitmentLedger.Tests.Time.Vectors;

/// <summary>The facts, by section.</summary>
internal static class VectorFile
{
    private static readonly JsonDocument Document = Read();

    public static TheoryData<string> Ids(string section, bool quirks = false) =>
        new(Section(section).Where(vector => vector.IsQuirk == quirks).Select(vector => vector.Id));

    public static Vector Find(string section, string id) => Section(section).Single(vector => vector.Id == id);

    public static IEnumerable<Vector> Section(string section) =>
        Document.RootElement.GetProperty(section).EnumerateArray().Select(json => new Vector(json));

    private static JsonDocument Read()
    {
        using Stream stream = typeof(VectorFile).Assembly.GetManifestResourceStream("business_time.json")!;
        return JsonDocument.Parse(stream);
    }
}
