using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>The actor: a team, one of its people or bots when known, and the channel in use.</summary>
/// <remarks>The company is bound whoever acts. The person is kept for those who need to ask a colleague, never to blame by default.</remarks>
public sealed record Actor
{
    /// <summary>A known person of a team.</summary>
    public Actor(Team team, Person person, Channel channel)
        : this(team, channel, person, bot: null)
    {
    }

    /// <summary>A bot that speaks for a team.</summary>
    public Actor(Team team, Bot bot, Channel channel)
        : this(team, channel, person: null, bot)
    {
    }

    /// <summary>A team whose member is not known.</summary>
    public Actor(Team team, Channel channel)
        : this(team, channel, person: null, bot: null)
    {
    }

    [JsonConstructor]
    internal Actor(Team team, Channel channel, Person? person, Bot? bot)
    {
        _ = team.ToString();
        _ = channel.ToString();
        _ = person?.ToString();
        _ = bot?.ToString();
        (Team, Channel, Person, Bot) = (team, channel, person, bot);
    }

    /// <summary>The team that answers for the act.</summary>
    public Team Team { get; }

    /// <summary>The way the words travelled.</summary>
    public Channel Channel { get; }

    /// <summary>The person, or null when nobody is known or a bot acted.</summary>
    public Person? Person { get; }

    /// <summary>The bot, or null when a person acted.</summary>
    public Bot? Bot { get; }

    /// <summary>For reading aloud: <c>membership (asha), phone</c>.</summary>
    public override string ToString() => this switch
    {
        { Person: { } person } => $"{Team} ({person}), {Channel}",
        { Bot: { } bot } => $"{Team} (bot {bot}), {Channel}",
        _ => $"{Team}, {Channel}",
    };
}
