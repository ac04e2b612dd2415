using System.Globalization;
using System.Text.Json;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Hostile;

/// <summary>
/// A life of a few customers in which every command comes that there is, made of hostile parts: whatever is accepted has to be readable
/// afterwards, by everybody. A fault names the seed, with which <see cref="LiveManyAsync"/> does the same again.
/// </summary>
internal sealed class HostileLife
{
    private const int Steps = 100;

    private static readonly Instant Begin = Instant.FromUtc(2026, 10, 24, 22, 0);
    private static readonly CultureInfo[] Cultures = [.. new[] { "", "en", "de", "es", "fa-IR", "ar-SA", "th-TH", "ja-JP", "hi-IN" }.Select(CultureInfo.GetCultureInfo)];

    private readonly Random _random;
    private readonly ILedgerStore _store;
    private readonly HostileInputs _inputs;
    private readonly Clock _clock = new();
    private readonly TenantId _tenant;
    private readonly Dictionary<CustomerId, List<CommitmentId>> _customers = new() { [CustomerId.Of("guest")] = [] };
    private readonly HashSet<Type> _happened;
    private int _step;

    private HostileLife(ILedgerStore store, int seed, HashSet<Type> happened)
    {
        (_store, _random, _happened) = (store, new Random(seed), happened);
        _inputs = new HostileInputs(_random, Begin);
        _tenant = TenantId.Of(string.Create(CultureInfo.InvariantCulture, $"hostile-{seed}"));
    }

    /// <summary>Lives so many lives, from a seed on.</summary>
    /// <returns>The kinds of events that happened.</returns>
    public static async Task<IReadOnlySet<Type>> LiveManyAsync(ILedgerStore store, int firstSeed, int lives)
    {
        var happened = new HashSet<Type>();
        for (int life = 0; life < lives; life++) await LiveAsync(store, firstSeed + life, happened);
        return happened;
    }

    private static async Task LiveAsync(ILedgerStore store, int seed, HashSet<Type> happened)
    {
        var life = new HostileLife(store, seed, happened);
        try
        {
            await life.RunAsync();
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed}, step {life._step}: {fault.Message}", fault);
        }
    }

    private async Task RunAsync()
    {
        await using var ledger = new Ledger(_store, new LedgerOptions { Calendars = { HostileInputs.Hours }, Tenant = _tenant }, _clock);
        for (_step = 1; _step <= Steps; _step++)
        {
            _clock.Now += Duration.FromMinutes(_random.Next(0, 300));
            await StepAsync(ledger);
        }

        await ledger.FlushAsync();
        await ReadAllAsync(ledger);
    }

    private async Task StepAsync(Ledger ledger)
    {
        if (_customers.Count < 3 && CustomerId.TryParse(HostileText.Some(_random), provider: null, out CustomerId another)) _customers.TryAdd(another, []);
        (CustomerId customer, _inputs.Commitments) = _customers.ElementAt(_random.Next(_customers.Count));
        if (_inputs.Some<Actor>() is not { } actor || _inputs.SomeCommand() is not { } command) return;
        ActingLedger acting = ledger.ActingAs(actor);
        Verdict verdict;
        try
        {
            verdict = await acting.For(customer).TryAsync(command);
        }
        catch (ArgumentException)
        {
            return;
        }

        if (verdict.Refusal is not null) return;
        Learn(verdict);
        Verdict again = await acting.For(customer).TryAsync(command);
        if (again.Entries != verdict.Entries) throw new InvalidOperationException("Another answer came the second time.");
        foreach (CultureInfo culture in Cultures) _ = verdict.Receipt?.ToText(culture);
        await ReadAsync(ledger, customer, actor);
    }

    private void Learn(Verdict verdict)
    {
        _happened.UnionWith(verdict.Entries.Select(entry => entry.Event.GetType()));
        _inputs.Teams.Add(verdict.Entries[0].By.Team);
        _inputs.Commitments.AddRange(verdict.Entries.Select(entry => entry.Event.About).OfType<CommitmentId>().Except(_inputs.Commitments).ToList());
        if (verdict.Commitment is not { } commitment) return;
        _inputs.Terms.AddRange(commitment.Promise.Terms);
        _inputs.Names.AddRange(commitment.Promise.Terms.Select(term => term.Name));
        _inputs.Names.AddRange(commitment.Promise.Preconditions.Select(condition => condition.Name));
        _inputs.Names.AddRange(commitment.Promise.Choices.SelectMany(choice => choice.Options.Select(option => option.Name).Append(choice.Name)));
    }

    private static async Task ReadAsync(Ledger ledger, CustomerId customer, Actor actor)
    {
        Briefing briefing = await ledger.ActingAs(actor).For(customer).BriefAsync(new Occasion("check-in"));
        briefing.ToText().Should().NotBeEmpty();
        using (JsonDocument.Parse(briefing.ToJson()))
        {
            briefing.Lines.Should().NotContain(line => line.Kind == BriefingLineKind.Unreadable);
        }
    }

    private async Task ReadAllAsync(Ledger ledger)
    {
        var commitments = new Dictionary<CommitmentId, Commitment>();
        foreach ((CustomerId customer, List<CommitmentId> ids) in _customers)
        {
            await foreach (Entry entry in ledger.ReadHistoryAsync(customer)) entry.Event.Should().NotBeOfType<Unreadable>();
            Verification verified = await ledger.VerifyAsync(customer);
            verified.IsSound.Should().BeTrue(verified.ToString());
            StoredStream? stored = await _store.LoadAsync(StreamKey.ForCustomer(_tenant, customer), new LoadScope([.. ids], Command: null), default);
            foreach (Commitment commitment in LedgerCodec.Decode(customer, stored, KeyRing.WithoutSecret.SealOf(stored!.Identity)).Commitments) commitments.TryAdd(commitment.Id, commitment);
        }

        await foreach (FeedItem item in ledger.ReadFeedAsync(FeedCursor.Beginning)) item.IsUnreadable.Should().BeFalse();
        HashSet<CommitmentId> due = await IdsAsync(ledger.FindDueBeforeAsync(Instant.FromUtc(9998, 1, 1, 0, 0)));
        foreach (Commitment commitment in commitments.Values)
        {
            foreach (LookupKey key in commitment.Keys()) (await IdsAsync(ledger.FindAsync(key))).Should().Contain(commitment.Id);
            if (!commitment.IsOpen) continue;
            (await IdsAsync(ledger.FindOwnedByAsync(commitment.Owner))).Should().Contain(commitment.Id);
            if (commitment.DueTimes is not null) due.Should().Contain(commitment.Id);
        }
    }

    private static async Task<HashSet<CommitmentId>> IdsAsync(IAsyncEnumerable<Commitment> found)
    {
        var ids = new HashSet<CommitmentId>();
        await foreach (Commitment commitment in found) ids.Add(commitment.Id);
        return ids;
    }

    private sealed class Clock : TimeProvider
    {
        public Instant Now { get; set; } = Begin;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
