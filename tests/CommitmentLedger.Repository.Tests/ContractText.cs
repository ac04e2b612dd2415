using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommitmentLedger.Repository.Tests;

/// <summary>The doc comments of an interface as Markdown: each member with its cases, for pages that must stand alone.</summary>
internal static partial class ContractText
{
    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    public static string Of(string path)
    {
        var text = new StringBuilder();
        var comment = new StringBuilder();
        foreach (string line in Repo.Read(path).Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("///", StringComparison.Ordinal))
            {
                comment.Append(line[3..]).Append('\n');
                continue;
            }

            if (comment.Length > 0) Write(text, line, XElement.Parse($"<doc>{comment}</doc>"));
            comment.Clear();
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string declaration, XElement doc)
    {
        string name = Blanks().Replace(declaration.TrimEnd(';'), " ");
        text.Append(name.StartsWith("public interface ", StringComparison.Ordinal) ? $"### {name["public interface ".Length..]}\n\n" : $"#### `{name}`\n\n");
        foreach (XElement part in doc.Elements()) Write(text, part);
    }

    private static void Write(StringBuilder text, XElement part)
    {
        switch (part.Name.LocalName)
        {
            case "remarks" when part.Elements().Any(inner => inner.Name.LocalName is "para" or "list"):
                foreach (XElement inner in part.Elements()) Write(text, inner);
                break;
            case "list":
                foreach (XElement item in part.Elements()) text.Append($"- **{item.Element("term")!.Value}** {Line(item.Element("description")!)}\n");
                text.Append('\n');
                break;
            case "param":
                text.Append($"`{part.Attribute("name")!.Value}`: {Line(part)}\n\n");
                break;
            case "returns":
                text.Append($"Gives: {Line(part)}\n\n");
                break;
            case "exception":
                text.Append($"Throws `{part.Attribute("cref")!.Value}`: {Line(part)}\n\n");
                break;
            default:
                text.Append($"{Line(part)}\n\n");
                break;
        }
    }

    private static string Line(XElement part) => Blanks().Replace(string.Concat(part.Nodes().Select(Inline)), " ").Trim();

    private static string Inline(XNode node) => node switch
    {
        XText plain => plain.Value,
        XElement see when see.Attribute("cref") is { } target => $"`{target.Value}`",
        XElement other => $"`{other.Value}`",
        _ => string.Empty,
    };
}
