using CommitmentLedger;
using CommitmentLedger.Commands;
using NodaTime;

namespace HandoffDesk;

/// <summary>A desk of the company, who sits there, and what they do in the story.</summary>
internal sealed record Desk(string Name, Actor Actor, IReadOnlyList<Step> Steps);

/// <summary>What somebody at a desk does at one moment of the story.</summary>
/// <param name="At">When.</param>
/// <param name="Does">What, as a colleague would tell it.</param>
/// <param name="Command">What the ledger is asked to record.</param>
internal sealed record Step(Instant At, string Does, Command Command);
