using NodaTime;

namespace CommitmentLedger.Tests.LifeCycle;

/// <summary>Each verb in each state, walked through, against the table of verbs and against the approved page.</summary>
public class EveryVerbInEveryStateTests
{
    private const string Page = "docs/reference/life-cycle";

    private static readonly string[] OutOfTurn = ["out_of_turn", "commitment_closed", "commitment_exists"];

    public static TheoryData<string> StateNames => [.. States.Names];

    public static TheoryData<string> StatesOfCommitments => [.. States.Names.Where(state => state != States.Nothing)];

    [Fact]
    public void The_matrix_is_the_approved_one()
    {
        string drawn = Matrix.Draw();
        string received = RepositoryFiles.Write($"{Page}.received.txt", drawn);

        drawn.Should().Be(RepositoryFiles.Read($"{Page}.txt"), "a change of the life cycle is approved by moving {0} over the page without 'received'", received);

        File.Delete(received);
    }

    [Fact]
    public void Every_verb_is_walked_and_recorded_somewhere()
    {
        Rows.Names.Select(Rows.VerbOf).Distinct().Should().Equal(Verbs.All);
        Rows.Names.Where(row => States.Names.All(state => States.Of(state).When(row).Last.Refusal is not null)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(StatesOfCommitments))]
    public void A_verb_is_refused_as_out_of_turn_where_the_table_says_so_and_nowhere_else(string state)
    {
        foreach (string row in Rows.Names)
        {
            Story story = States.Of(state);
            Commitment before = story.It;

            string? code = story.When(row).Last.Refusal?.Code;

            bool isInTurn = Rows.VerbOf(row) is { Needs: null, BeginsCommitment: false } || Rows.VerbOf(row).IsInTurn(before);
            OutOfTurn.Contains(code).Should().Be(!isInTurn, "{0} on {1} was answered {2}", row, state, code);
            if (code is "out_of_turn" or "commitment_closed") code.Should().Be(before.IsOpen ? "out_of_turn" : "commitment_closed");
        }
    }

    [Fact]
    public void Only_what_begins_a_commitment_or_needs_none_is_in_turn_where_there_is_none()
    {
        string[] recorded = [.. Rows.Names.Where(row => States.Of(States.Nothing).When(row).Last.Refusal?.Code != "commitment_unknown")];

        recorded.Should().Equal(Verbs.All.Where(verb => verb.BeginsCommitment || verb.Needs is null).Select(verb => verb.Name));
    }

    [Theory]
    [MemberData(nameof(StatesOfCommitments))]
    public void A_refusal_tells_the_state_it_met_and_every_other_verb_that_is_in_turn(string state)
    {
        foreach (string row in Rows.Names)
        {
            Story story = States.Of(state);
            Commitment before = story.It;
            if (story.When(row).Last.Refusal is not { } refusal) continue;

            refusal.Found.Should().Be(before.Standing, "{0} on {1}", row, state);
            refusal.LegalNow.Should().NotContain(Rows.VerbOf(row).Name).And.NotBeEmpty();
            refusal.LegalNow.Should().Equal(Verbs.InTurn(before).Except([Rows.VerbOf(row)]).Select(verb => verb.Name));
            story.It.Should().Be(before);
        }
    }

    [Theory]
    [MemberData(nameof(StateNames))]
    public void What_moves_the_clock_is_marked_so_and_comes_in_order(string state)
    {
        foreach (string row in Rows.Names)
        {
            Story story = States.Of(state), late = States.Of(state);
            CommitmentClock? before = Rows.Known(story)?.Clock;
            if (story.When(row).Last.Refusal is not null || before?.LatestAt is not { } latest) continue;

            Verb verb = Rows.VerbOf(row);
            if (story.It.Clock != before) verb.MovesClock.Should().BeTrue("{0} on {1} moves it", row, state);
            string? code = late.When(row, command => command with { OccurredAt = latest - Duration.FromMinutes(1) }).Last.Refusal?.Code;
            (code == "out_of_order").Should().Be(verb.MovesClock, "{0} on {1}, told too late, was answered {2}", row, state, code);
        }
    }
}
