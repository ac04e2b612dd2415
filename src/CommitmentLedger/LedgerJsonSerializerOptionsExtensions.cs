using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommitmentLedger;

/// <summary>Gives JSON options of the host's own what they need to write what the ledger returns.</summary>
public static class LedgerJsonSerializerOptionsExtensions
{
    /// <summary>
    /// Adds converters for the times in commitments, receipts, briefings and entries. Without them System.Text.Json writes an instant as
    /// <c>{}</c>.
    /// </summary>
    /// <remarks>
    /// Instants and local times with an offset are ISO 8601 text, zones are ids of the tz database, lengths of time are
    /// <c>hours:minutes:seconds</c>. A converter that the options already have for such a type, of NodaTime's own package for instance,
    /// goes on being used. Commands are read with <see cref="AddressedCommandJson"/>, which checks them.
    /// </remarks>
    /// <returns>The same options.</returns>
    public static JsonSerializerOptions AddLedgerConverters(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (JsonConverter converter in (JsonConverter[])[new InstantConverter(), new OffsetDateTimeConverter(), new DurationConverter(), new ZoneConverter()])
            options.Converters.Add(converter);
        return options;
    }
}
