using System.Text;
using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.Tests.Sealing;

/// <summary>A ledger is begun with a secret or without one, and opened by no other.</summary>
public sealed class SecretTests : IDisposable
{
    private static readonly byte[] Ours = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly byte[] Theirs = [.. Enumerable.Range(101, 32).Select(value => (byte)value)];

    private readonly InMemoryLedgerStore _store = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    private Ledger Open(byte[]? secret, ILedgerStore? store = null) =>
        new(store ?? _store, time: new ManualTime(Some.Monday), secret: secret is null ? null : LedgerSecret.Of(secret));

    private static Task<Receipt> PromiseAsync(Ledger ledger, CommitmentId? id = null) =>
        ledger.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(id ?? CommitmentId.New(), Some.Promise());

    [Fact]
    public async Task What_was_promised_under_a_secret_is_read_under_it_in_every_way()
    {
        await using (Ledger before = Open(Ours)) await PromiseAsync(before);

        await using Ledger ledger = Open(Ours);

        (await ledger.ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("check-in"))).Lines.Should().ContainSingle();
        (await ledger.FindAsync(Some.Booking).ToListAsync()).Should().ContainSingle();
        (await ledger.FindOwnedByAsync(Some.Membership.Team).ToListAsync()).Should().ContainSingle();
        (await ledger.FindDueBeforeAsync(Some.CheckIn + NodaTime.Duration.FromDays(1)).ToListAsync()).Should().ContainSingle();
        await ledger.FlushAsync();
        (await ledger.ReadHistoryAsync(Some.Guest).Select(entry => entry.Event.GetType().Name).ToListAsync()).Should().Equal("Promised", "Briefed");
        (await ledger.ReadFeedAsync(FeedCursor.Beginning).Where(item => item.Entry is not null).CountAsync()).Should().Be(2);
        (await ledger.VerifyAsync()).Should().Be(new Verification { Streams = 2, Entries = 3 });
        (await ledger.RebuildAsync(Some.Guest)).IsSound.Should().BeTrue();
        (await ledger.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
    }

    [Fact]
    public async Task Neither_words_nor_names_nor_numbers_nor_their_digests_are_in_the_store()
    {
        var seen = new List<ReadOnlyMemory<byte>>();
        await using Ledger ledger = Open(Ours);
        await PromiseAsync(ledger);
        await foreach (FeedEntry entry in _store.ReadFeedAsync(FeedCursor.Beginning, default)) seen.AddRange([entry.Entry.Body, entry.Stream.ToBytes(), entry.Tenant.ToBytes(), entry.Identity.WrappedKey]);
        List<FeedEntry> feed = await _store.ReadFeedAsync(FeedCursor.Beginning, default).ToListAsync();
        foreach (FeedEntry entry in feed)
        {
            StoredStream stored = (await _store.LoadAsync(entry.Stream, LoadScope.OpenOnly, default))!;
            seen.Add(stored.Record);
            seen.AddRange(stored.Commitments.Select(document => document.State));
            seen.AddRange(stored.Commitments.SelectMany(document => document.Lookups.Select(lookup => (ReadOnlyMemory<byte>)lookup.ToBytes())));
        }

        byte[][] telling =
        [
            .. new[] { "guest-7731", "asha", "adults", "HX-2291", "default" }.Select(Encoding.UTF8.GetBytes),
            StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest).ToBytes(),
            LookupDigest.For(TenantId.Of("default"), Some.Booking).ToBytes(),
            TenantKey.For(TenantId.Of("default")).ToBytes(),
        ];
        foreach (byte[] part in telling) seen.Count(bytes => bytes.Span.IndexOf(part) >= 0).Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_secret_or_none_is_refused_before_anything_is_read_or_written(bool hasOther)
    {
        await using (Ledger before = Open(Ours)) await PromiseAsync(before);
        int entries = await _store.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync();

        await using Ledger ledger = Open(hasOther ? Theirs : null);

        (await FluentActions.Awaiting(() => ledger.OpenAsync()).Should().ThrowAsync<LedgerSecretException>()).WithMessage(hasOther ? "*another secret*" : "*begun with a secret*");
        Func<Task>[] uses =
        [
            () => PromiseAsync(ledger), () => ledger.ReadAsync(Some.Guest), () => ledger.ActingAs(Some.Reception).For(Some.Guest).BriefAsync(new Occasion("x")),
            () => ledger.FindAsync(Some.Booking).CountAsync().AsTask(), () => ledger.ReadFeedAsync(FeedCursor.Beginning).CountAsync().AsTask(), () => ledger.VerifyAsync(),
        ];
        foreach (Func<Task> use in uses) await use.Should().ThrowAsync<LedgerSecretException>();
        (await _store.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync()).Should().Be(entries);
    }

    [Fact]
    public async Task A_ledger_that_was_begun_without_a_secret_takes_none_up_unnoticed()
    {
        await using (Ledger before = Open(null)) await PromiseAsync(before);

        await using Ledger ledger = Open(Ours);

        await FluentActions.Awaiting(() => PromiseAsync(ledger)).Should().ThrowAsync<LedgerSecretException>().WithMessage("*or without one*");
    }

    [Fact]
    public async Task Reading_an_empty_ledger_begins_nothing_and_of_two_who_begin_one_with_other_secrets_one_is_refused()
    {
        await using Ledger ours = Open(Ours), theirs = Open(Theirs);
        await ours.OpenAsync();
        await theirs.OpenAsync();
        (await ours.ReadAsync(Some.Guest)).Version.Should().Be(0);
        (await _store.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync()).Should().Be(0);

        await PromiseAsync(ours);

        await FluentActions.Awaiting(() => theirs.ReadAsync(Some.Guest)).Should().ThrowAsync<LedgerSecretException>("the ledger was empty a moment ago and is not any more");
        await FluentActions.Awaiting(() => PromiseAsync(theirs)).Should().ThrowAsync<LedgerSecretException>();
        (await ours.ReadAsync(Some.Guest)).Open.Should().ContainSingle();
    }

    [Fact]
    public async Task Two_who_begin_it_with_the_same_secret_at_once_both_write()
    {
        await using Ledger first = Open(Ours), second = Open(Ours);

        await Task.WhenAll(PromiseAsync(first), second.ActingAs(Some.Membership).For(CustomerId.Of("another")).PromiseAsync(CommitmentId.New(), Some.Promise()));

        (await _store.ReadFeedAsync(FeedCursor.Beginning, default).CountAsync(entry => entry.Entry.Type == StoredEntry.Beginning)).Should().Be(1);
    }

    [Fact]
    public async Task The_same_first_command_of_two_processes_is_one_though_each_draws_a_key()
    {
        var id = CommitmentId.New();
        var slow = new FaultyStore(_store);
        await using Ledger first = Open(Ours), second = Open(Ours, slow);
        await second.OpenAsync();
        await PromiseAsync(first);
        CustomerId late = CustomerId.Of("late");
        slow.BeforeAppend = async _ =>
        {
            slow.BeforeAppend = _ => Task.CompletedTask;
            await first.ActingAs(Some.Membership).For(late).PromiseAsync(id, Some.Promise());
        };

        Receipt receipt = await second.ActingAs(Some.Membership).For(late).PromiseAsync(id, Some.Promise());

        receipt.Reference.Should().Be((await first.FindAsync(late, id))!.Reference);
        (await first.ReadHistoryAsync(late).CountAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task A_short_secret_is_refused(int length)
    {
        await using Ledger ledger = Open(new byte[length]);

        await FluentActions.Awaiting(() => ledger.OpenAsync()).Should().ThrowAsync<LedgerSecretException>().WithMessage($"*{length} bytes*32*");
    }

    [Fact]
    public async Task It_may_stand_in_a_file_or_in_the_environment_as_base64()
    {
        await using (Ledger before = Open(Ours)) await PromiseAsync(before);
        await File.WriteAllTextAsync(_file, $"  {Convert.ToBase64String(Ours)}\n");
        const string Variable = "COMMITMENTLEDGER_TEST_SECRET";
        Environment.SetEnvironmentVariable(Variable, Convert.ToBase64String(Ours));

        foreach (ILedgerSecret secret in new[] { LedgerSecret.FromFile(_file), LedgerSecret.FromEnvironment(Variable) })
        {
            await using var ledger = new Ledger(_store, secret: secret);
            (await ledger.ReadAsync(Some.Guest)).Open.Should().ContainSingle();
        }

        await File.WriteAllTextAsync(_file, "not a secret!");
        foreach (ILedgerSecret wrong in new[] { LedgerSecret.FromFile(_file), LedgerSecret.FromFile(_file + "-nowhere"), LedgerSecret.FromEnvironment("COMMITMENTLEDGER_NOWHERE") })
        {
            await using var ledger = new Ledger(_store, secret: wrong);
            (await FluentActions.Awaiting(() => ledger.OpenAsync()).Should().ThrowAsync<LedgerSecretException>()).Which.Message.Should().NotContain("not a secret");
        }
    }

    [Fact]
    public async Task A_secret_that_could_not_be_read_is_asked_for_again()
    {
        int asked = 0;
        await using var ledger = new Ledger(_store, time: new ManualTime(Some.Monday), secret: new Vault(() => ++asked == 1 ? throw new TimeoutException() : Ours));

        await FluentActions.Awaiting(() => ledger.OpenAsync()).Should().ThrowAsync<TimeoutException>();
        await PromiseAsync(ledger);
        await PromiseAsync(ledger);

        asked.Should().Be(2);
    }

    [Fact]
    public async Task It_comes_from_the_services()
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTime(Some.Monday)).AddCommitmentLedger().UseStore(_ => _store).UseSecret(LedgerSecret.Of(Ours)).Services.BuildServiceProvider();

        await PromiseAsync(services.GetRequiredService<Ledger>());

        await FluentActions.Awaiting(() => Open(null).OpenAsync()).Should().ThrowAsync<LedgerSecretException>();
    }

    private sealed class Vault(Func<byte[]> read) : ILedgerSecret
    {
        public ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) => new(read());
    }
}
