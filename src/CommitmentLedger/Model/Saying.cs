using System.Runtime.InteropServices;
using NodaTime;

namespace CommitmentLedger;

/// <summary>Words that were given for a commitment: those that we are held to, or those that we put in their place without the customer's consent.</summary>
/// <param name="Promise">The words.</param>
/// <param name="Due">Their date as the customer's pauses have moved it; null when they have none, and while such a pause keeps it open.</param>
/// <param name="By">The actor who gave them.</param>
/// <param name="At">When they were given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Saying(Promise Promise, Deadline? Due, Actor By, Instant At)
{
    /// <summary>Whether a date is the one that was told, or what the customer's pauses have made of it.</summary>
    public bool IsDueWith(Deadline due) => Promise.PromisedDue?.IsSameMomentAs(due) == true || Due?.IsSameMomentAs(due) == true;
}
