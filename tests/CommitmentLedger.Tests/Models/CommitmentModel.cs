using NodaTime;

namespace CommitmentLedger.Tests.Models;

/// <summary>
/// What a commitment may do next, told once more and more simply: a table of where it stands, by verb, and where the verb takes it.
/// </summary>
internal sealed class CommitmentModel
{
    private readonly HashSet<Bindingness> _closedParts = [];

    public bool IsOpen { get; private set; } = true;

    public bool IsSplit { get; private set; }

    public bool IsPaused { get; set; }

    public Conversation Conversation { get; private set; } = Conversation.Promised;

    public Bindingness Bindingness { get; private set; } = Bindingness.Bound;

    /// <summary>The team that is responsible: the one that promised, until another accepts.</summary>
    public required Team Owner { get; set; }

    /// <summary>The team that was asked to take over, or null.</summary>
    public Team? AskedToTakeOver { get; set; }

    public Team? StatedBy { get; private set; }

    public HashSet<CommitmentId> OpenParts { get; } = [];

    /// <summary>How often the customer asked again, noted or not.</summary>
    public int Asked { get; private set; }

    /// <summary>How often the promise was assured.</summary>
    public int Assured { get; private set; }

    /// <summary>The talks in which the words that we are held to were given and in which the customer last asked: by whom, on which day.</summary>
    public (Team Team, LocalDate Day) Given { get; set; }

    public (Team Team, LocalDate Day) LastAsked { get; private set; }

    private bool Stands => IsOpen && !IsSplit;

    private bool IsUnstated => Conversation is Conversation.Promised or Conversation.Disputed;

    /// <summary>Whether the model allows a team the command.</summary>
    public bool Allows(Command command, Team by) => command switch
    {
        StateDone => Stands && IsUnstated,
        Accept accept => IsOpen && Conversation == Conversation.Stated && (accept.Yes is not null || by != StatedBy),
        OfferHandoff offer => Stands && offer.To != Owner && AskedToTakeOver is null,
        AcceptHandoff or DeclineHandoff => Stands && AskedToTakeOver == by,
        Dispute => IsOpen && Conversation == Conversation.Stated,
        Pause => Stands && !IsPaused && Conversation != Conversation.Stated,
        Resume => Stands && IsPaused,
        Renegotiate or Split => Stands && Conversation != Conversation.Stated,
        Release or Withdraw or Break or Confirm or AskAgain => Stands,
        RecordAccount or Rely => true,
        AddNote => IsOpen,
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>What is still owed of another: what was noted of that one is noted of it.</summary>
    public CommitmentModel RestOf(CommitmentModel whole)
    {
        (Asked, Assured, LastAsked) = (whole.Asked, whole.Assured, whole.LastAsked);
        return this;
    }

    /// <summary>That the same was promised again: an assurance, and a doubt unless it is the same talk.</summary>
    public void Repeat((Team Team, LocalDate Day) talk)
    {
        Assured++;
        if (talk == Given || (Asked > 0 && talk == LastAsked)) return;
        (Asked, LastAsked) = (Asked + 1, talk);
    }

    /// <summary>Where an allowed command takes it.</summary>
    public void Take(Command command, Bindingness acceptedAs, (Team Team, LocalDate Day) talk)
    {
        switch (command)
        {
            case Confirm:
                Assured++;
                break;
            case AskAgain:
                (Asked, LastAsked) = (Asked + 1, talk);
                break;
            case StateDone:
                (Conversation, IsPaused, StatedBy) = (Conversation.Stated, false, talk.Team);
                break;
            case OfferHandoff offer:
                AskedToTakeOver = offer.To;
                break;
            case AcceptHandoff:
                (Owner, AskedToTakeOver) = (talk.Team, null);
                break;
            case DeclineHandoff:
                AskedToTakeOver = null;
                break;
            case Accept:
                (Conversation, Bindingness, IsOpen) = (Conversation.Accepted, acceptedAs, false);
                break;
            case Dispute:
                Conversation = Conversation.Disputed;
                break;
            case Pause:
                IsPaused = true;
                break;
            case Resume:
                IsPaused = false;
                break;
            case Release:
                (Bindingness, IsOpen, IsPaused) = (Bindingness.Released, false, false);
                break;
            case Withdraw:
                (Bindingness, IsOpen, IsPaused) = (Bindingness.Withdrawn, false, false);
                break;
            case Break:
                (Bindingness, IsOpen, IsPaused) = (Bindingness.Broken, false, false);
                break;
            case Split split:
                (IsSplit, IsPaused) = (true, false);
                OpenParts.UnionWith(split.Into.Select(part => part.Commitment));
                break;
        }
    }

    /// <summary>That one of its parts closed; the last one closes it too.</summary>
    /// <returns>Whether it closed.</returns>
    public bool PartClosed(CommitmentId part, Bindingness how)
    {
        if (!OpenParts.Remove(part)) return false;
        _closedParts.Add(how);
        if (OpenParts.Count > 0) return false;
        Bindingness[] kept = [Bindingness.Kept, Bindingness.KeptLate], lost = [Bindingness.Broken, Bindingness.Withdrawn];
        Bindingness whole = _closedParts.Count == 1 ? _closedParts.Single() : Bindingness.PartiallyKept;
        if (whole == Bindingness.Withdrawn) whole = Bindingness.Broken;
        if (_closedParts.Count > 1 && _closedParts.IsSubsetOf(kept)) whole = Bindingness.KeptLate;
        if (_closedParts.Overlaps(lost) && !_closedParts.Overlaps(kept) && !_closedParts.Contains(Bindingness.PartiallyKept)) whole = Bindingness.Broken;
        (Bindingness, IsOpen) = (whole, false);
        return true;
    }
}
