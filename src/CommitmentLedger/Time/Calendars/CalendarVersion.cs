using System.Globalization;

namespace CommitmentLedger.Time;

/// <summary>Which calendar, and which version of it.</summary>
public sealed record CalendarVersion
{
    /// <summary>Names a version of a calendar.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 100 characters or has a control character.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is below 1.</exception>
    public CalendarVersion(string name, int version)
    {
        Name = BoundedText.Require(name, BoundedText.MaxNameLength, nameof(name));
        Version = version >= 1 ? version : throw new ArgumentOutOfRangeException(nameof(version), version, "Versions count from 1.");
    }

    /// <summary>The name of the calendar, 1 to 100 characters.</summary>
    public string Name { get; }

    /// <summary>The version of its contents, from 1.</summary>
    public int Version { get; }

    /// <summary>The name and the version: <c>lab version 3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} version {Version}");
}
