using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>What is damaged is not what a crash left unfinished.</summary>
internal static class DamageChecks
{
    private const int Appends = 10;

    public static ConformanceCheck[] All { get; } =
    [
        new(Durable, "G9", "Damage in the middle is not cut off",
            "A recovery that keeps what comes before the first record that does not fit deletes, for one flipped bit, everything that was acknowledged later.", NotCutOff),
    ];

    private static async Task NotCutOff(Trial trial)
    {
        Story story = trial.NewStory();
        Story neighbour = trial.NewStory("another");
        for (int round = 0; round < Appends; round++)
        {
            await story.WriteAsync(trial.Store).ConfigureAwait(false);
            await neighbour.WriteAsync(trial.Store).ConfigureAwait(false);
        }

        await trial.CloseAsync().ConfigureAwait(false);
        var damage = new Tampering(TamperingKind.Damage, story.Stream, Appends / 2);
        if (!await trial.Subject.TamperAsync(damage, trial.Cancellation).ConfigureAwait(false))
            throw new DoesNotApplyException("Damaging needs StoreUnderTest.TamperAsync, which is not overridden or returned false for this kind of change.");

        // Twice: a store that refuses must not have mended itself, by cutting, for the second time.
        for (int attempt = 0; attempt < 2; attempt++)
        {
            if (!await OpensAsync(trial).ConfigureAwait(false)) continue;
            await RequireAllAsync(trial, story).ConfigureAwait(false);
            await RequireAllAsync(trial, neighbour).ConfigureAwait(false);
            await trial.CloseAsync().ConfigureAwait(false);
        }

        await trial.Subject.TamperAsync(damage, trial.Cancellation).ConfigureAwait(false);
        await trial.OpenAsync().ConfigureAwait(false);
        await Stories.RequireAsync(trial, [story, neighbour], Contract.Damage).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, story, neighbour).ConfigureAwait(false);
    }

    private static async Task<bool> OpensAsync(Trial trial)
    {
        try
        {
            await trial.OpenAsync().ConfigureAwait(false);
            return true;
        }
        catch (LedgerUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Requires every entry, whatever is in it, or that reading them is refused.</summary>
    private static async Task RequireAllAsync(Trial trial, Story story)
    {
        try
        {
            List<StoredEntry> history = await trial.Store.HistoryAsync(story.Stream, 0, trial.Cancellation).ConfigureAwait(false);
            trial.Same(story.Entries.Count, history.Count, Contract.Damage, "entries of a stream, while one bit of the data is damaged");
        }
        catch (LedgerUnavailableException)
        {
            // Refusing loses nothing.
        }
    }
}
