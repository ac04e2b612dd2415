using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class LoadingTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task A_stream_that_was_never_written_is_null() =>
        (await Store.LoadAsync(_stream, new LoadScope([CommitmentId.New()], CommandId.New()), default)).Should().BeNull();

    [Fact]
    public async Task Open_commitments_come_and_closed_ones_only_when_asked_for()
    {
        CommitmentDocument open = Some.Document(_stream, due: Some.Noon, lookups: "A-1");
        CommitmentDocument closed = Some.Document(_stream, isOpen: false, lookups: "A-2");
        CommitmentDocument other = Some.Document(_stream, isOpen: false);
        await AppendAsync(Some.Append(_stream, changed: [open, closed, other]));

        (await LoadAsync()).Commitments.ShouldBe([open]);
        (await LoadAsync(closed.Commitment)).Commitments.ShouldBe([open, closed]);
        (await LoadAsync(open.Commitment, CommitmentId.New())).Commitments.ShouldBe([open]);
        (await LoadAsync(open.Commitment, closed.Commitment, other.Commitment)).Commitments.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_commitment_that_closes_is_no_longer_among_the_open_ones_and_one_that_opens_again_is()
    {
        CommitmentDocument document = Some.Document(_stream);
        await AppendAsync(Some.Append(_stream, changed: document));
        await AppendAsync(Some.Append(_stream, await LoadAsync(), changed: document with { IsOpen = false }));
        (await LoadAsync()).Commitments.Should().BeEmpty();

        await AppendAsync(Some.Append(_stream, await LoadAsync(), changed: document));

        (await LoadAsync()).Commitments.ShouldBe([document]);
    }

    [Fact]
    public async Task A_command_that_never_wrote_here_is_null()
    {
        await AppendAsync(Some.Append(_stream));

        (await Store.LoadAsync(_stream, new LoadScope([], CommandId.New()), default))!.Command.Should().BeNull();
    }

    [Fact]
    public async Task Streams_of_other_customers_and_tenants_do_not_show()
    {
        StreamKey other = Some.Stream(tenant: Some.Bank);
        CommitmentDocument elsewhere = Some.Document(other, tenant: Some.Bank);
        await AppendAsync(Some.Append(other, tenant: Some.Bank, changed: elsewhere));
        await AppendAsync(Some.Append(_stream));

        (await LoadAsync(elsewhere.Commitment)).Commitments.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelled_it_says_so() =>
        await FluentActions.Awaiting(() => Store.LoadAsync(_stream, LoadScope.OpenOnly, new CancellationToken(canceled: true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

    [Fact]
    public async Task It_never_mixes_two_points_in_time()
    {
        await AppendAsync(Some.Append(_stream, changed: Some.Document(_stream)));
        using var done = new CancellationTokenSource();
        Task writing = Task.Run(async () =>
        {
            for (int round = 0; round < 300; round++)
            {
                StoredStream before = await LoadAsync();
                CommitmentDocument document = before.Commitments[0] with { State = BitConverter.GetBytes(before.Version + 1) };
                await AppendAsync(Some.Append(_stream, before, changed: document));
            }

            await done.CancelAsync();
        });
        while (!done.IsCancellationRequested)
        {
            StoredStream seen = await LoadAsync();
            BitConverter.ToInt64(seen.Record.Span).Should().Be(seen.Version);
            if (seen.Version > 1) BitConverter.ToInt64(seen.Commitments[0].State.Span).Should().Be(seen.Version);
        }

        await writing;
    }

    private async Task<StoredStream> LoadAsync(params CommitmentId[] closed) =>
        (await Store.LoadAsync(_stream, new LoadScope([.. closed], Command: null), default))!;
}
