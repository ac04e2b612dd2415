using NodaTime;

namespace CommitmentLedger;

/// <summary>How a ledger behaves. It works untouched.</summary>
public sealed class LedgerOptions
{
    /// <summary>The company whose ledger this is.</summary>
    /// <value>The default is <c>default</c>. <see cref="Ledger.ForTenant"/> gives the ledger of another.</value>
    public TenantId Tenant { get; set; } = TenantId.Of("default");

    /// <summary>The zone in which briefings tell times that have no zone of their own.</summary>
    /// <value>The default is UTC.</value>
    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    /// <summary>The working calendars that deadlines count by, each version once. Around the clock needs no entry.</summary>
    /// <value>Empty by default. Keep the versions that open promises were made under.</value>
    public IList<WorkingCalendar> Calendars { get; } = [];

    /// <summary>How often a command is decided anew when another team wrote to the same customer in between.</summary>
    /// <value>Between 1 and 100. The default is 10.</value>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How many customers' records are kept in memory for some seconds, so that several commands in a row load them once.</summary>
    /// <value>
    /// Between 0, which keeps none, and 100,000. The default is 1,000. Those with more than 100 open commitments are not kept. A command decided on a record that others have changed meanwhile is
    /// decided anew; briefings are always loaded.
    /// </value>
    public int RecentCustomers { get; set; } = 1_000;

    /// <summary>Says what is wrong with the options, or null when nothing is.</summary>
    internal string? Problem()
    {
        if (Tenant == default) return "LedgerOptions.Tenant was never given a value; use TenantId.Of.";
        if (Zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone.Id) is null)
            return "LedgerOptions.Zone is no zone of the tz database; use one of DateTimeZoneProviders.Tzdb.";
        if (Zone is null) return "LedgerOptions.Zone is null; use DateTimeZone.Utc or a zone of DateTimeZoneProviders.Tzdb.";
        if (Calendars.Any(calendar => calendar is null)) return "LedgerOptions.Calendars has an element that is null; leave it out.";
        if (Calendars.DistinctBy(calendar => calendar.Version).Count() != Calendars.Count)
            return "LedgerOptions.Calendars has two calendars of the same name and version; give each edit a version of its own.";
        if (RecentCustomers is < 0 or > 100_000) return "LedgerOptions.RecentCustomers is outside 0 to 100,000.";
        return MaxAttempts is < 1 or > 100 ? "LedgerOptions.MaxAttempts is outside 1 to 100." : null;
    }
}
