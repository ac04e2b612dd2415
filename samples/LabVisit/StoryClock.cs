using NodaTime;

namespace LabVisit;

/// <summary>A clock that stands where the story stands.</summary>
internal sealed class StoryClock : TimeProvider
{
    public Instant Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
