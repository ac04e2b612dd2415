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

    /// <summary>Everything that is wrong with the options, each with its path.</summary>
    internal IEnumerable<string> Problems()
    {
        if (Tenant == default) yield return "LedgerOptions.Tenant was never given a value; use TenantId.Of.";
        if (Zone is null) yield return "LedgerOptions.Zone is null; use DateTimeZone.Utc or a zone of DateTimeZoneProviders.Tzdb.";
        else if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone.Id) is null) yield return "LedgerOptions.Zone is no zone of the tz database; use one of DateTimeZoneProviders.Tzdb.";
        for (int place = 0; place < Calendars.Count; place++)
        {
            if (Calendars[place] is not { } calendar) yield return $"LedgerOptions.Calendars[{place}] is null; leave it out.";
            else if (Calendars.Take(place).Any(earlier => earlier?.Version == calendar.Version))
                yield return $"LedgerOptions.Calendars[{place}] has the name and version of an earlier one; give each edit a version of its own.";
        }

        if (MaxAttempts is < 1 or > 100) yield return "LedgerOptions.MaxAttempts is outside 1 to 100.";
        if (RecentCustomers is < 0 or > 100_000) yield return "LedgerOptions.RecentCustomers is outside 0 to 100,000.";
    }
}
