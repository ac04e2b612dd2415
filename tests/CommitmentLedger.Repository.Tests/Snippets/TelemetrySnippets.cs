using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the page on telemetry shows, compiled and run.</summary>
public sealed class TelemetrySnippets
{
    [Fact]
    public async Task A_listener_hears_of_every_command()
    {
        var lines = new ConcurrentQueue<string>();
        #region ListenToTheMeter
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == LedgerTelemetry.Name) all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
            lines.Enqueue($"{instrument.Name}: {string.Join(", ", tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();
        #endregion
        await using var ledger = new Ledger(new InMemoryLedgerStore());

        await ledger.ActingAs(new Actor(Team.Of("desk"), Channel.Phone)).For(CustomerId.Of("guest-7731")).TryAsync(new Dispute(CommitmentId.New(), Words.Verbatim("No.")));

        lines.Should().Contain("commitment_ledger.command.duration: dispute, refused, commitment_unknown");
    }
}
