using System.Text;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>The whole life cycle on one page: where each verb leads from each state, as walking there shows.</summary>
internal static class Matrix
{
    private const int NameWidth = 22;
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly Dictionary<object, char> Landings = States.Names.Index().ToDictionary(state => Trait(States.Of(state.Item)), state => Letters[state.Index]);

    public static string Draw()
    {
        var reasons = new List<string>();
        string[] rows = [.. Rows.Names.Select(row => Draw(row, reasons))];

        var page = new StringBuilder();
        page.Append("Every verb (a row) in every state of a commitment (a column), and what comes of it:\n\n");
        page.Append("  a letter  recorded; the commitment then stands as in the column of that letter\n");
        page.Append("  =         recorded; it stands as it stood\n");
        page.Append("  +         recorded; it then stands in a way that has no column, such as two of them at once\n");
        page.Append("  .         refused: not in turn (out_of_turn, commitment_closed, or commitment_unknown)\n");
        foreach ((int index, string reason) in reasons.Index()) page.Append($"  {index + 1}         refused: {reason}\n");
        page.Append("\nA star marks the verbs that move the commitment's clock.\n\n");

        foreach ((int index, string name) in States.Names.Index())
            page.Append(' ', NameWidth).Append(string.Concat(Enumerable.Repeat("| ", index))).Append($"{Letters[index]} {name}\n");
        page.AppendJoin('\n', rows);
        return page.Append('\n').ToString();
    }

    private static string Draw(string row, List<string> reasons) =>
        (Rows.VerbOf(row).MovesClock ? row + " *" : row).PadRight(NameWidth) + string.Join(' ', States.Names.Select(state => Cell(row, state, reasons)));

    private static char Cell(string row, string state, List<string> reasons)
    {
        Story story = States.Of(state);
        object before = Trait(story);
        story.When(row);
        if (story.Last.Refusal is { Code: var code })
        {
            if (code is "out_of_turn" or "commitment_closed" or "commitment_unknown") return '.';
            if (!reasons.Contains(code)) reasons.Add(code);
            return (char)('1' + reasons.IndexOf(code));
        }

        object after = Trait(story);
        return after.Equals(before) ? '=' : Landings.GetValueOrDefault(after, '+');
    }

    /// <summary>What tells one state from another; of what is closed, how it was closed.</summary>
    private static object Trait(Story story) => Rows.Known(story) switch
    {
        null => States.Nothing,
        { IsOpen: false } it => (it.Bindingness, it.Bindingness == Bindingness.Unbound ? it.Conversation : default, it.WasAcceptedBySilence),
        { } it => (
            it.Standing,
            (it.IsSplit, it.AwaitsConsent, it.Handoff is not null, Proposes: it.Proposal?.IsSplit, IsClaimed: it.Certainty == Certainty.Claimed),
            (it.Promise.IsAmbiguous, it.OpenChoices.Count, it.WaitsForCustomer)),
    };
}
