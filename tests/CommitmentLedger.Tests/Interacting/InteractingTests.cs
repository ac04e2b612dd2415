using NodaTime;

namespace CommitmentLedger.Tests.Interacting;

public class InteractingTests
{
    private static readonly Occasion CheckIn = new("check-in");
    private readonly InteractionId _interaction = InteractionId.New();

    [Fact]
    [Proves("MAG-18", 'a')]
    public void An_interaction_that_starts_without_a_briefing_is_counted()
    {
        Story story = new Story().Given(new StartInteraction(_interaction, CheckIn), Some.Reception);

        story.Record.History.UnbriefedInteractions.Should().Be(1);
        story.Record.History.Interactions.Should().Be(1);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_briefing_that_the_team_read_counts_for_half_an_hour(int minutes, bool isBriefed)
    {
        Story story = new Story().Given(new Brief(CheckIn), Some.Reception).After(Duration.FromMinutes(minutes));

        story.Given(new StartInteraction(_interaction, CheckIn), Some.Reception);

        story.Last.Entries[0].Event.Should().Be(new InteractionStarted(_interaction, CheckIn, isBriefed));
        story.Record.History.UnbriefedInteractions.Should().Be(isBriefed ? 0 : 1);
    }

    [Fact]
    [Proves("MAG-18", 'a')]
    public void Another_teams_reading_does_not_count()
    {
        Story story = new Story().Given(new Brief(CheckIn), Some.PhoneLine);

        story.Given(new StartInteraction(_interaction, CheckIn), Some.Reception);

        story.Record.History.UnbriefedInteractions.Should().Be(1);
    }

    [Fact]
    public void An_interaction_ends_once()
    {
        Story story = new Story().Given(new StartInteraction(_interaction, CheckIn));
        story.When(new StartInteraction(_interaction, CheckIn)).ThenIsRefused("interaction_exists");
        story.Record.History.OpenInteractions.Should().ContainSingle();

        story.Given(new EndInteraction(_interaction));

        story.Record.History.OpenInteractions.Should().BeEmpty();
        story.When(new EndInteraction(_interaction)).ThenIsRefused("interaction_unknown");
    }

    [Fact]
    public void Interactions_that_nobody_ends_do_not_pile_up_for_ever()
    {
        var story = new Story();
        for (int count = 0; count < 100; count++) story.Given(new StartInteraction(InteractionId.New(), CheckIn));

        story.When(new StartInteraction(InteractionId.New(), CheckIn)).ThenIsRefused("too_many_interactions");
    }

    [Fact]
    public void Reading_the_briefing_does_not_move_the_position_that_teams_compare()
    {
        Story story = new Story().GivenPromise();
        long position = story.Brief().Position;

        story.Given(new Brief(CheckIn), Some.Reception).Given(new StartInteraction(_interaction, CheckIn), Some.Reception).Given(new EndInteraction(_interaction), Some.Reception);

        story.Brief().Position.Should().Be(position).And.Be(1);
        story.Given(new AskAgain(story.Id)).Brief().Position.Should().Be(5);
    }

    [Fact]
    public void The_latest_twenty_teams_that_read_the_briefing_are_kept()
    {
        var story = new Story();
        Actor[] teams = [.. Enumerable.Range(0, 22).Select(number => new Actor(Team.Of($"desk {number}"), Channel.Phone))];
        foreach (Actor team in teams) story.Given(new Brief(CheckIn), team);

        story.Record.History.LastBriefings.Select(read => read.Team).Should().Equal(teams.Skip(2).Select(team => team.Team));
        story.Record.History.Briefings.Should().Be(22);
    }

    [Fact]
    public void A_reading_that_is_noted_late_does_not_make_a_team_unbriefed()
    {
        Story story = new Story().At(Some.Monday + Duration.FromHours(2)).Given(new Brief(CheckIn), Some.Reception);
        story.Given(new Brief(CheckIn), Some.PhoneLine).Given(new Brief(CheckIn) { OccurredAt = Some.Monday }, Some.Reception);

        story.Given(new StartInteraction(_interaction, CheckIn), Some.Reception);

        story.Last.Entries[0].Event.Should().Be(new InteractionStarted(_interaction, CheckIn, IsBriefed: true));
        story.Record.History.LastBriefings.Should().Contain(new TeamBriefing(Some.Reception.Team, Some.Monday + Duration.FromHours(2)));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_briefing_counts_that_was_read_on_a_host_whose_clock_is_a_little_ahead(int seconds, bool isBriefed)
    {
        Story story = new Story().At(Some.Monday + Duration.FromSeconds(seconds)).Given(new Brief(CheckIn), Some.Reception);

        story.At(Some.Monday).Given(new StartInteraction(_interaction, CheckIn), Some.Reception);

        story.Last.Entries[0].Event.Should().Be(new InteractionStarted(_interaction, CheckIn, isBriefed));
    }
}
