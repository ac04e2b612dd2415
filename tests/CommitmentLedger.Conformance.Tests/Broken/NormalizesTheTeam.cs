using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>A field that the chain covers comes back a little different.</summary>
internal sealed class NormalizesTheTeam(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<StoredEntry> History(StreamKey key, long afterVersion) =>
        base.History(key, afterVersion).Select(entry => entry with { Team = entry.Team.Replace('ä', 'a') });
}
