using NodaTime;

namespace CommitmentLedger;

/// <summary>That a precondition is true now, who saw it, and what shows it.</summary>
/// <param name="Name">The name of the precondition.</param>
/// <param name="At">When it became true.</param>
/// <param name="By">Who recorded it: a person, or a source system.</param>
/// <param name="Evidence">What shows it, or null when somebody's word has to do.</param>
public sealed record MetPrecondition(string Name, Instant At, Actor By, Evidence? Evidence);
