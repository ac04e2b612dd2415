using NodaTime;

namespace CommitmentLedger;

/// <summary>An act of the customer in reliance on a promise: travelled, paid, told the family.</summary>
/// <param name="At">When.</param>
/// <param name="Words">The act, in words.</param>
/// <param name="HeardBy">The actor who recorded it.</param>
public sealed record RelianceAct(Instant At, Words Words, Actor HeardBy);
