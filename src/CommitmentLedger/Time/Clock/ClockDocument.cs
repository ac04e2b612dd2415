namespace CommitmentLedger.Time;

/// <summary>A clock as its JSON has it; what has its default value is left out.</summary>
internal sealed record ClockDocument
{
    public string? Started { get; init; }

    public string? Stopped { get; init; }

    public string? Retargeted { get; init; }

    public IReadOnlyList<PauseDocument>? Pauses { get; init; }

    public int? Epoch { get; init; }

    public int? Cycle { get; init; }
}

/// <summary>A pause as its JSON has it.</summary>
internal sealed record PauseDocument
{
    public required string From { get; init; }

    public string? To { get; init; }

    public required string Reason { get; init; }

    public required string On { get; init; }
}
