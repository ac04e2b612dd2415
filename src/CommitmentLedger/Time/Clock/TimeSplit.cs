using System.Runtime.InteropServices;
using NodaTime;

namespace CommitmentLedger.Time;

/// <summary>Open time by whose it was. The parts do not overlap; time while stopped is in none of them.</summary>
/// <param name="Working">The clock was running.</param>
/// <param name="OnUs">Paused, waiting on ourselves.</param>
/// <param name="OnCustomer">Paused, waiting on the customer.</param>
/// <param name="OnSupplier">Paused, waiting on a supplier.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeSplit(Duration Working, Duration OnUs, Duration OnCustomer, Duration OnSupplier)
{
    /// <summary>Our time: working, and waiting on ourselves.</summary>
    public Duration Ours => Working + OnUs;

    internal TimeSplit Add(Party side, Duration open) => side switch
    {
        Party.Us => this with { OnUs = OnUs + open },
        Party.Customer => this with { OnCustomer = OnCustomer + open },
        Party.Supplier => this with { OnSupplier = OnSupplier + open },
        _ => this,
    };
}
