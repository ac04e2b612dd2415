using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Ledgers;
using CommitmentLedger.Tests.Storage;
using NodaTime;

namespace CommitmentLedger.Tests.Integrity;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "IAsyncLifetime.DisposeAsync disposes it; xunit calls it.")]
public sealed class VerifyingTests : IAsyncLifetime
{
    private static readonly StreamKey Stream = StreamKey.ForCustomer(TenantId.Of("default"), Some.Guest);

    private readonly InMemoryLedgerStore _honest = new();
    private readonly TamperedStore _store;
    private readonly Ledger _ledger;
    private readonly Ledger _beside;
    private readonly CommitmentId _kept = CommitmentId.New();
    private readonly CommitmentId _open = CommitmentId.New();
    private StreamIdentity _identity = Seals.Any.Identity;

    public VerifyingTests()
    {
        _store = new TamperedStore(_honest);
        _ledger = new Ledger(_store, time: new ManualTime(Some.Monday));
        _beside = new Ledger(_honest, time: new ManualTime(Some.Monday));
    }

    /// <summary>Six entries: a promise that was kept, one that is open, a note and a briefing.</summary>
    public async Task InitializeAsync()
    {
        ActingLedger membership = _ledger.ActingAs(Some.Membership);
        await membership.For(Some.Guest).PromiseAsync(_kept, Some.Promise());
        await membership.For(Some.Guest).StateDoneAsync(_kept);
        await membership.For(Some.Guest).AcceptAsync(_kept, Some.Yes());
        await membership.For(Some.Guest).PromiseAsync(_open, Some.Promise(Term.Of("late-checkout", true)));
        await membership.For(Some.Guest).AddNoteAsync(_open, Some.Words("asked twice"));
        await membership.For(Some.Guest).BriefAsync(new Occasion("check-in"));
        await _ledger.FlushAsync();
        _identity = (await _honest.LoadAsync(Stream, LoadScope.OpenOnly, default))!.Identity;
    }

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _ledger.DisposeAsync();
    }

    [Fact]
    public async Task What_is_stored_as_it_was_written_is_sound()
    {
        Verification verification = await _ledger.VerifyAsync(Some.Guest);

        verification.Should().Be(new Verification { Streams = 1, Entries = 6 });
        verification.ToString().Should().Be("Streams verified: 1, with entries: 6. All sound.");
    }

    [Fact]
    public async Task A_customer_to_whom_nothing_happened_is_sound() =>
        (await _ledger.VerifyAsync(CustomerId.Of("nobody"))).Should().Be(new Verification());

    [Theory]
    [InlineData("a flipped bit", "body_changed", 4)]
    [InlineData("another body with its hash", "entry_changed", 4)]
    [InlineData("another team", "entry_changed", 4)]
    [InlineData("back-dated", "entry_changed", 4)]
    [InlineData("deleted", "entry_missing", 4)]
    [InlineData("swapped with the next", "entry_changed", 4)]
    [InlineData("cut off from here", "end_missing", 4)]
    public async Task The_first_entry_that_was_tampered_with_is_named(string how, string code, long version)
    {
        _store.Entries = entries => Tamper(how, [.. entries], 3);

        Verification verification = await _ledger.VerifyAsync(Some.Guest);

        verification.IsSound.Should().BeFalse();
        verification.Discrepancies.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = code, Stream, Version = version, CanBeRebuilt = false });
    }

    [Fact]
    public async Task A_chain_that_was_forged_to_its_end_does_not_lead_to_the_head_of_the_stream()
    {
        _store.Entries = entries => EntryChain.Link(default, _identity.Id, entries.Select(entry => entry with { Team = "nobody" }));

        (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Code = "head_changed", Version = 6L });
    }

    [Fact]
    public async Task An_entry_of_a_kind_that_this_version_does_not_know_is_named()
    {
        byte[] said = """{"customer":"guest-7731","by":{"team":"a","channel":"phone"},"event":{"type":"from-the-future"}}"""u8.ToArray();
        byte[] body = KeyRing.WithoutSecret.SealOf(_identity).SealEntry(said, 5);
        _store.Entries = entries => EntryChain.Link(default, _identity.Id, entries.Select(entry => entry.Version == 5 ? entry with { Body = body, BodyHash = EntryChain.HashOf(body) } : entry));

        Discrepancy found = (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Subject;

        found.Should().BeEquivalentTo(new { Code = "entry_unreadable", Version = 5L });
        found.Message.Should().NotContain("from-the-future");
    }

    [Theory]
    [InlineData("record_differs")]
    [InlineData("document_missing")]
    [InlineData("document_differs")]
    [InlineData("document_unknown")]
    public async Task A_document_that_does_not_say_what_the_entries_add_up_to_is_named_and_rebuilding_mends_it(string code)
    {
        await HarmAsync(code);
        Discrepancy found = (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Subject;
        found.Should().BeEquivalentTo(new { Code = code, Version = (long?)null, CanBeRebuilt = true });

        Verification rebuilt = await _ledger.RebuildAsync(Some.Guest);

        rebuilt.Should().Be(new Verification { Streams = 1, Entries = 6 });
        (await _ledger.VerifyAsync(Some.Guest)).IsSound.Should().BeTrue();
    }

    [Fact]
    public async Task Documents_are_not_made_anew_from_entries_that_are_not_sound()
    {
        StoredStream before = (await _honest.LoadAsync(Stream, LoadScope.OpenOnly, default))!;
        _store.Entries = entries => Tamper("another team", [.. entries], 3);

        (await _ledger.RebuildAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Which.Code.Should().Be("entry_changed");

        (await _honest.LoadAsync(Stream, LoadScope.OpenOnly, default))!.Commitments.Should().Equal(before.Commitments);
    }

    [Fact]
    public async Task What_is_written_while_documents_are_made_anew_is_not_lost()
    {
        _store.BeforeReplacing = async () =>
        {
            _store.BeforeReplacing = () => Task.CompletedTask;
            await _ledger.ActingAs(Some.Reception).For(Some.Guest).ReleaseAsync(_open, Some.Words("not needed any more"));
        };

        (await _ledger.RebuildAsync(Some.Guest)).Entries.Should().Be(7);

        (await _ledger.VerifyAsync(Some.Guest)).Should().Be(new Verification { Streams = 1, Entries = 7 });
    }

    [Fact]
    public async Task A_scrubbed_body_leaves_the_chain_whole_and_the_documents_alone()
    {
        _store.Entries = entries => entries.Select(entry => entry.Version == 2 ? entry with { Body = default } : entry);

        (await _ledger.VerifyAsync(Some.Guest)).Should().Be(new Verification { Streams = 1, Entries = 6, Scrubbed = 1 });
        (await _ledger.RebuildAsync(Some.Guest)).Scrubbed.Should().Be(1);
        (await _honest.LoadAsync(Stream, new LoadScope([_kept], null), default))!.Commitments.Should().HaveCount(2);
    }

    [Fact]
    public async Task Rebuilding_folds_past_bodies_that_are_gone_and_what_only_they_told_of()
    {
        // The second promise was made by entry 4, and only entry 5 says anything else about it.
        _store.Entries = entries => entries.Select(entry => entry.Version == 4 ? entry with { Body = default } : entry);

        (await _ledger.RebuildAsync(Some.Guest)).Should().Be(new Verification { Streams = 1, Entries = 6, Scrubbed = 1 });

        CustomerRecord rebuilt = Seals.Read(Some.Guest, (await _honest.LoadAsync(Stream, new LoadScope([_kept, _open], null), default))!);
        rebuilt.Commitments.Should().ContainSingle().Which.Bindingness.Should().Be(Bindingness.Kept);
        rebuilt.History.Briefings.Should().Be(1);
        rebuilt.Version.Should().Be(6);
    }

    [Fact]
    public async Task A_command_whose_entry_lost_its_body_is_still_answered_when_it_is_sent_again()
    {
        var command = new AddNote(_open, Some.Words("asked a third time"));
        await _ledger.ActingAs(Some.Membership).For(Some.Guest).DoAsync(command);
        _store.Entries = entries => entries.Select(entry => entry.Version == 7 ? entry with { Body = default } : entry);

        Verdict again = await _ledger.ActingAs(Some.Membership).For(Some.Guest).TryAsync(command);

        again.IsReplay.Should().BeTrue();
        again.Entries.Should().ContainSingle().Which.Event.Should().BeOfType<Unreadable>();
    }

    [Fact]
    public async Task An_erased_stream_keeps_a_skeleton_that_verifies_and_a_history_that_says_so()
    {
        StoredEntry[] entries = await _honest.ReadHistoryAsync(Stream, 0, default).ToArrayAsync();
        StoredEntry erased = entries[^1] with { Version = 7, Type = "erased", Commitment = null, Body = default, BodyHash = EntryChain.HashOf([]) };
        StoredEntry[] skeleton = [.. entries.Select(entry => entry with { Body = default }), .. EntryChain.Link(entries[^1].Head, _identity.Id, [erased])];
        _store.Entries = _ => skeleton;
        _store.Stream = stored => new StoredStream(stored.Identity with { WrappedKey = default }, 7, skeleton[^1].Head, Record: default, [], Command: null);

        (await _ledger.VerifyAsync(Some.Guest)).Should().Be(new Verification { Streams = 1, Entries = 7, Scrubbed = 7 });
        (await _ledger.RebuildAsync(Some.Guest)).IsSound.Should().BeTrue();
        LedgerEvent[] told = await _ledger.ReadHistoryAsync(Some.Guest).Select(entry => entry.Event).ToArrayAsync();
        told[..6].Should().AllBeOfType<Unreadable>();
        told[6].Should().BeOfType<Erased>();
    }

    [Fact]
    public async Task A_key_that_cannot_be_unwrapped_is_named_and_the_chain_still_verifies()
    {
        _store.Stream = stored => stored with { Identity = stored.Identity with { WrappedKey = new byte[] { 7 } } };

        Discrepancy found = (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Subject;

        (found.Code, found.CanBeRebuilt).Should().Be(("key_damaged", false));
        await FluentActions.Awaiting(() => _ledger.ReadAsync(Some.Guest)).Should().ThrowAsync<LedgerDataException>().WithMessage("*key of stream*");
        (await _ledger.ReadAsync(CustomerId.Of("another"))).Version.Should().Be(0, "nobody else is touched");
    }

    [Fact]
    public async Task The_whole_ledger_is_verified_with_progress_a_share_at_a_time_or_at_once_and_no_other_company()
    {
        for (int number = 0; number < 30; number++)
            await _ledger.ActingAs(Some.Membership).For(CustomerId.Of($"guest {number}")).PromiseAsync(CommitmentId.New(), Some.Promise());
        await _ledger.ForTenant(TenantId.Of("elsewhere")).ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(CommitmentId.New(), Some.Promise());
        var reports = new List<Verification>();

        Verification all = await _ledger.VerifyAsync(progress: new Reports(reports));
        Verification[] shares = [await _ledger.VerifyAsync(LedgerShare.Of(1, 3)), await _ledger.VerifyAsync(LedgerShare.Of(2, 3)), await _ledger.VerifyAsync(LedgerShare.Of(3, 3))];

        // The guest, thirty others, and the stream in which the ledger reserves its references.
        all.Should().Be(new Verification { Streams = 32, Entries = 6 + 30 + 1 });
        reports.Should().EndWith(all);
        shares.Sum(share => share.Streams).Should().Be(32);
        shares.Should().OnlyContain(share => share.Streams > 0);
    }

    [Fact]
    public async Task Every_customer_with_a_discrepancy_is_named_once()
    {
        for (int number = 0; number < 5; number++)
            await _ledger.ActingAs(Some.Membership).For(CustomerId.Of($"guest {number}")).PromiseAsync(CommitmentId.New(), Some.Promise());
        _store.Stream = stream => stream with { Record = new byte[] { 0 } };

        Verification all = await _ledger.VerifyAsync();

        (all.Unsound, all.Discrepancies.Count).Should().Be((6, 6));
        all.Discrepancies.Should().OnlyContain(discrepancy => discrepancy.Code == "record_differs").And.OnlyHaveUniqueItems(discrepancy => discrepancy.Stream);
    }

    [Fact]
    public async Task A_ledger_that_is_written_to_meanwhile_is_sound()
    {
        using var enough = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) await _ledger.ActingAs(Some.Reception).For(Some.Guest).AskAgainAsync(_open);
        });
        try
        {
            for (long entries = 0; entries < 5_000 && !writing.IsCompleted;)
            {
                Verification verification = await _ledger.VerifyAsync();
                verification.IsSound.Should().BeTrue();
                entries = verification.Entries;
            }
        }
        finally
        {
            await enough.CancelAsync();
            await writing;
        }
    }

    [Fact]
    public async Task Somebody_who_writes_before_every_load_does_not_keep_verifying_from_ending()
    {
        _store.BeforeLoading = () => _beside.ActingAs(Some.Reception).For(Some.Guest).AskAgainAsync(_open);

        (await _ledger.VerifyAsync(Some.Guest)).Should().Be(new Verification { Streams = 1, Entries = 8 });
    }

    [Fact]
    public async Task What_is_written_beside_verifying_is_verified_too()
    {
        _store.BeforeLoading = () => _beside.ActingAs(Some.Reception).For(Some.Guest).AskAgainAsync(_open);
        _store.Entries = entries => entries.Select(entry => entry.Version == 7 ? entry with { Team = "nobody" } : entry);

        (await _ledger.VerifyAsync(Some.Guest)).Discrepancies.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "entry_changed", Version = 7L });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commitment_that_is_made_and_closed_before_the_load_has_its_document_compared(bool isHarmed)
    {
        _store.BeforeLoading = async () =>
        {
            _store.BeforeLoading = () => Task.CompletedTask;
            CommitmentId made = await MakeAndCloseAsync();
            if (isHarmed) _store.Stream = stream => stream with { Commitments = [.. stream.Commitments.Where(document => document.Commitment != made)] };
        };

        Verification verification = await _ledger.VerifyAsync(Some.Guest);

        (verification.Entries, verification.Discrepancies.SingleOrDefault()?.Code).Should().Be((8, isHarmed ? "document_missing" : null));
    }

    [Fact]
    public async Task Verifying_gives_up_when_a_commitment_is_made_and_closed_before_every_load()
    {
        _store.BeforeLoading = () => MakeAndCloseAsync();

        Func<Task> verify = () => _ledger.VerifyAsync(Some.Guest);

        await verify.Should().ThrowAsync<LedgerUnavailableException>().WithMessage("*faster than it is read*");
    }

    [Fact]
    public async Task A_store_that_cannot_replace_documents_says_so()
    {
        await using var ledger = new Ledger(new FaultyStore(_honest));

        Func<Task> rebuild = () => ledger.RebuildAsync(Some.Guest);

        await rebuild.Should().ThrowAsync<NotSupportedException>().WithMessage("*IStoreRebuilder*");
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 0)]
    [InlineData(1, 10_001)]
    public void A_share_that_there_cannot_be_is_refused(int number, int of)
    {
        Action make = () => LedgerShare.Of(number, of);

        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    /// <summary>Two entries: a promise, and that the customer released it.</summary>
    private async Task<CommitmentId> MakeAndCloseAsync()
    {
        var made = CommitmentId.New();
        await _beside.ActingAs(Some.Membership).For(Some.Guest).PromiseAsync(made, Some.Promise(Term.Of("late-checkout", made.ToString())));
        await _beside.ActingAs(Some.Reception).For(Some.Guest).ReleaseAsync(made, Some.Words("not needed any more"));
        return made;
    }

    private async Task HarmAsync(string code)
    {
        StoredStream stored = (await _honest.LoadAsync(Stream, new LoadScope([_kept], null), default))!;
        StreamDocuments documents = code switch
        {
            "record_differs" => new StreamDocuments(Stream, 6, LedgerCodec.EncodeRecord(CustomerRecord.Empty(Some.Guest), Seals.Of(stored)), stored.Commitments),
            "document_missing" => new StreamDocuments(Stream, 6, stored.Record, [stored.Commitments[0]]),
            "document_differs" => new StreamDocuments(Stream, 6, stored.Record, [stored.Commitments[0], stored.Commitments[1] with { Owner = "nobody" }]),
            _ => new StreamDocuments(Stream, 6, stored.Record, [.. stored.Commitments, stored.Commitments[0] with { Commitment = CommitmentId.New(), IsOpen = true }]),
        };
        await _honest.ReplaceDocumentsAsync(documents, default);
    }

    private static List<StoredEntry> Tamper(string how, List<StoredEntry> entries, int place)
    {
        StoredEntry entry = entries[place];
        byte[] body = entry.Body.ToArray();
        body[^3] ^= 1;
        switch (how)
        {
            case "a flipped bit":
                entries[place] = entry with { Body = body };
                break;
            case "another body with its hash":
                entries[place] = entry with { Body = body, BodyHash = EntryChain.HashOf(body) };
                break;
            case "another team":
                entries[place] = entry with { Team = "nobody" };
                break;
            case "back-dated":
                entries[place] = entry with { RecordedAt = entry.RecordedAt - Duration.FromDays(1) };
                break;
            case "deleted":
                entries.RemoveAt(place);
                break;
            case "swapped with the next":
                StoredEntry next = entries[place + 1];
                (entries[place], entries[place + 1]) = (next with { Version = entry.Version }, entry with { Version = next.Version });
                break;
            default:
                entries.RemoveRange(place, entries.Count - place);
                break;
        }

        return entries;
    }

    private sealed class Reports(List<Verification> reports) : IProgress<Verification>
    {
        public void Report(Verification value)
        {
            lock (reports) reports.Add(value);
        }
    }
}
