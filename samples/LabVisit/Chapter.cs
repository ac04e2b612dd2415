using CommitmentLedger;
using CommitmentLedger.Commands;
using NodaTime;

namespace LabVisit;

/// <summary>What somebody does at one moment of the story.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Title">What happens, in one line.</param>
/// <param name="Steps">What they do, in order.</param>
internal sealed record Chapter(Instant At, Actor By, string Title, params IReadOnlyList<Step> Steps)
{
    /// <summary>What they are about to do, when they read the briefing first; null when they do not.</summary>
    public Occasion? ReadsBefore { get; init; }
}

/// <summary>One thing that somebody records.</summary>
/// <param name="Does">What, as a colleague would tell it.</param>
/// <param name="Command">What the ledger is asked to record.</param>
internal sealed record Step(string Does, Command Command)
{
    /// <summary>The code that the ledger refuses it with, where it is tried too early or wrongly; null where it is recorded.</summary>
    public string? RefusedAs { get; init; }
}
