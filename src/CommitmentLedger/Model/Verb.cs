namespace CommitmentLedger;

/// <summary>A verb that acts on an existing commitment: its name and when it is in turn.</summary>
/// <param name="Name">The verb as the reference lists it.</param>
/// <param name="Needs">What it needs, to end the sentence "… needs".</param>
/// <param name="IsInTurn">Whether a commitment allows it now.</param>
/// <param name="MovesClock">Whether it moves the clock, which knows only one direction: what happened before its latest entry comes too late.</param>
internal sealed record Verb(string Name, string Needs, Func<Commitment, bool> IsInTurn, bool MovesClock = false)
{
    /// <summary>The refusal of a commitment that does not allow the verb now, or null when it does.</summary>
    public Refusal? Refuse(Commitment commitment) => IsInTurn(commitment)
        ? null
        : new Refusal(
            commitment.IsOpen ? "out_of_turn" : "commitment_closed",
            $"{Name} needs {Needs}; this one is {commitment.Conversation} and {commitment.Bindingness}.")
        {
            Commitment = commitment.Id,
            Found = commitment.Standing,
        };
}
