namespace CommitmentLedger.Commands;

/// <summary>Records that somebody read the briefing before speaking to the customer. <c>BriefAsync</c> sends it.</summary>
/// <param name="Occasion">The reason for the meeting.</param>
public sealed record Brief(Occasion Occasion) : Command
{
    internal override Verb Verb => Verbs.Brief;

    internal override Decision Decide(CustomerRecord record, Circumstances at) => new Briefed(Occasion);
}
