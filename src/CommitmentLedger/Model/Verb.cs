namespace CommitmentLedger;

/// <summary>A verb: the name that a client sends, what it needs of a commitment, and whether it moves the clock.</summary>
public sealed class Verb
{
    private readonly Turn? _turn;

    internal Verb(string name, Turn? turn = null, bool movesClock = false, bool begins = false) =>
        (Name, _turn, MovesClock, BeginsCommitment) = (name, turn, movesClock, begins);

    /// <summary>The name that a client sends, such as <c>accept-handoff</c>: the <c>verb</c> of the command in JSON.</summary>
    public string Name { get; }

    /// <summary>The kind of commitment that it needs, such as "an open promise"; null for a verb that begins a commitment or concerns the customer as a whole.</summary>
    public string? Needs => _turn?.Needs;

    /// <summary>Whether a commitment can begin with it, under an id that was not used before.</summary>
    public bool BeginsCommitment { get; }

    /// <summary>
    /// Whether it moves the commitment's clock, which knows only one direction: what happened before its latest entry comes too late.
    /// </summary>
    public bool MovesClock { get; }

    /// <summary>Whether a commitment allows it now. It can still be refused, for a reason of its own.</summary>
    public bool IsInTurn(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return _turn?.Has(commitment) == true;
    }

    /// <summary>The name that a client sends.</summary>
    public override string ToString() => Name;

    /// <summary>The refusal of a commitment that does not allow the verb now, or null when it does.</summary>
    internal Refusal? Refuse(Commitment commitment)
    {
        if (IsInTurn(commitment)) return null;
        Refusal refusal = _turn is null
            ? Refusals.CommitmentExists
            : new Refusal(
                commitment.IsOpen ? "out_of_turn" : "commitment_closed",
                $"The verb {Name} needs {_turn.Needs}; this commitment is {commitment.Conversation} and {commitment.Bindingness}.");
        return refusal with { Commitment = commitment.Id, Found = commitment.Standing };
    }
}
