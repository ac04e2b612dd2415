using NodaTime;

namespace CommitmentLedger;

/// <summary>What the customer did because of a promise: travelled, paid, told the family.</summary>
/// <param name="At">When.</param>
/// <param name="Words">What.</param>
/// <param name="HeardBy">Who recorded it.</param>
public sealed record RelianceAct(Instant At, Words Words, Actor HeardBy);
