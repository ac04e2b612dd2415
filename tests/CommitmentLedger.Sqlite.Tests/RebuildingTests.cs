using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class RebuildingTests : StoreTest
{
    private readonly StreamKey _stream = Some.Stream();

    [Fact]
    public async Task All_documents_are_replaced_and_what_leads_to_them_too()
    {
        CommitmentDocument gone = Some.Document(_stream, lookups: ["GONE", "BOTH"]);
        CommitmentDocument kept = Some.Document(_stream, lookups: "OLD");
        StreamAppend append = Some.Append(_stream, entries: 2, changed: [gone, kept]);
        CommitmentDocument other = Some.Document(Some.Stream("guest-2"), lookups: "BOTH");
        await Store.AppendAsync([append, Some.Append(other.Stream, changed: other)], default);
        CommitmentDocument anew = Some.Document(_stream, kept.Commitment, isOpen: true, Some.Noon, "reception", null, "NEW");

        (await Store.ReplaceDocumentsAsync(new StreamDocuments(_stream, 2, new byte[] { 9 }, [anew]), default)).Should().BeTrue();

        StoredStream stored = (await Store.LoadAsync(_stream, new LoadScope([gone.Commitment], append.Command), default))!;
        stored.Commitments.ShouldBe([anew]);
        stored.Record.ToArray().Should().Equal(9);
        (stored.Head, stored.Command is not null).Should().Be((append.Head, true));
        await Store.ShouldVerifyAsync(_stream);
        (await FindAsync("GONE")).Should().BeEmpty();
        (await FindAsync("OLD")).Should().BeEmpty();
        (await FindAsync("NEW")).ShouldBe([anew]);
        (await FindAsync("BOTH")).ShouldBe([other]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_version_writes_nothing(long version)
    {
        StreamAppend append = Some.Append(_stream, entries: 2, changed: Some.Document(_stream));
        await AppendAsync(append);

        (await Store.ReplaceDocumentsAsync(new StreamDocuments(_stream, version, default, []), default)).Should().BeFalse();

        (await Store.LoadAsync(_stream, LoadScope.OpenOnly, default))!.Commitments.ShouldBe(append.Changed);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_has_nothing_to_replace() =>
        (await Store.ReplaceDocumentsAsync(new StreamDocuments(_stream, 0, default, []), default)).Should().BeFalse();

    private Task<List<CommitmentDocument>> FindAsync(string key) =>
        Store.FindAllAsync(new CommitmentQuery.WithLookup(TenantKey.For(Some.Hotel), Some.Lookup(key)));
}
