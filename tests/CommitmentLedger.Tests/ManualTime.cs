using NodaTime;

namespace CommitmentLedger.Tests;

/// <summary>A clock that moves when the test says so.</summary>
internal sealed class ManualTime(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();
}
