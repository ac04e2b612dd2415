namespace CommitmentLedger.Repository.Tests.Layering;

/// <summary>That one type of the core uses another, with the rooms that both lie in.</summary>
internal sealed record Arrow(string FromRoom, string From, string ToRoom, string To)
{
    public override string ToString() => $"{FromRoom}/{From} uses {ToRoom}/{To}";
}
