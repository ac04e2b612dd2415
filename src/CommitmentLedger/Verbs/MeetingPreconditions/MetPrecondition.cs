using NodaTime;

namespace CommitmentLedger;

/// <summary>A precondition that is true now, with its witness and evidence.</summary>
/// <param name="Name">The name of the precondition.</param>
/// <param name="At">When it became true.</param>
/// <param name="By">The actor who recorded it: a person, or a source system.</param>
/// <param name="Evidence">The evidence, or null when there is only somebody's word.</param>
public sealed record MetPrecondition(string Name, Instant At, Actor By, Evidence? Evidence);
