using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance;

/// <summary>What a worker asked of one stream.</summary>
internal abstract record StreamCall
{
    private StreamCall()
    {
    }

    public sealed record Append(CommandId Command, Digest Content, long ExpectedVersion, int Entries) : StreamCall;

    public sealed record Load(CommandId Command) : StreamCall;
}
