namespace CommitmentLedger.Conformance;

/// <summary>One call of a recorded history.</summary>
/// <param name="Worker">Who called.</param>
/// <param name="Call">What was asked.</param>
/// <param name="Answer">What was answered, in one line; null when nobody knows: the call may have taken effect at any later time, or never.</param>
/// <param name="Began">When, on a clock that counts events.</param>
/// <param name="Ended">When; for ever when nobody knows.</param>
internal sealed record RecordedCall(int Worker, StreamCall Call, string? Answer, long Began, long Ended)
{
    public override string ToString() => $"{Began}–{(Answer is null ? "?" : Ended)} worker {Worker}: {Call} → {Answer ?? "outcome unknown"}";
}
