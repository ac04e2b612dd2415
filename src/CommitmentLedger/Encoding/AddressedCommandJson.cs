using CommitmentLedger.Serialization;

namespace CommitmentLedger;

/// <summary>An addressed command as text, so that a command whose outcome is unknown outlives the process.</summary>
/// <remarks>The text holds what the customer was told: keep it where you keep personal data, and out of logs.</remarks>
public static class AddressedCommandJson
{
    /// <summary>The command as JSON that <see cref="Parse"/> reads back, in this version of the library or a later one.</summary>
    /// <exception cref="ArgumentException">The command lacks a part that it needs, or a part was never given a value.</exception>
    public static string ToJson(this AddressedCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return LedgerCodec.WriteCommand(command);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not an addressed command, or a later version of the library wrote it.</exception>
    public static AddressedCommand Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return LedgerCodec.ReadCommand(json);
    }
}
