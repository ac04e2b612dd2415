using CommitmentLedger.Sqlite.Tests.Support;
using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Sqlite.Tests;

public sealed class FindingTests : StoreTest
{
    private static readonly TenantKey Hotel = TenantKey.For(Some.Hotel);

    [Fact]
    public async Task Every_question_is_answered_as_the_contract_means_it_whatever_the_page()
    {
        List<CommitmentDocument> documents = await WriteManyAsync();
        CommitmentQuery[] questions =
        [
            new CommitmentQuery.DueBefore(Hotel, Some.Noon),
            new CommitmentQuery.DueBefore(Hotel, Some.Noon + Duration.FromHours(3)),
            new CommitmentQuery.DueBefore(Hotel, Some.Noon + Duration.FromNanoseconds(1)),
            new CommitmentQuery.DueBefore(Hotel, Instant.MaxValue),
            new CommitmentQuery.DueBefore(Hotel, Instant.MinValue),
            new CommitmentQuery.OwnedBy(Hotel, "housekeeping"),
            new CommitmentQuery.OwnedBy(Hotel, "Housekeeping"),
            new CommitmentQuery.WithLookup(Hotel, Some.Lookup("SHARED")),
            new CommitmentQuery.WithLookup(Hotel, Some.Lookup("NOBODY")),
        ];
        foreach (CommitmentQuery question in questions)
        {
            List<CommitmentDocument> expected = [.. question.Answer(documents)];
            (await Store.FindAllAsync(question)).ShouldBe(expected);
            (await Store.FindAllAsync(question with { Limit = 7 })).ShouldBe(expected.Take(7));
            (await PagedAsync(question with { Limit = 3 })).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task A_changed_document_is_found_by_what_it_is_now_and_no_longer_by_what_it_was()
    {
        StreamKey stream = Some.Stream();
        CommitmentDocument before = Some.Document(stream, due: Some.Noon, lookups: ["OLD", "BOTH"]);
        await AppendAsync(Some.Append(stream, changed: before));
        CommitmentDocument after = Some.Document(stream, before.Commitment, isOpen: true, Some.Noon + Duration.FromDays(1), "reception", null, "BOTH", "NEW");

        await AppendAsync(Some.Append(stream, await Store.LoadAsync(stream, LoadScope.OpenOnly, default), changed: after));

        (await Store.FindAllAsync(new CommitmentQuery.WithLookup(Hotel, Some.Lookup("OLD")))).Should().BeEmpty();
        (await Store.FindAllAsync(new CommitmentQuery.WithLookup(Hotel, Some.Lookup("BOTH")))).ShouldBe([after]);
        (await Store.FindAllAsync(new CommitmentQuery.WithLookup(Hotel, Some.Lookup("NEW")))).ShouldBe([after]);
        (await Store.FindAllAsync(new CommitmentQuery.OwnedBy(Hotel, "housekeeping"))).Should().BeEmpty();
        (await Store.FindAllAsync(new CommitmentQuery.DueBefore(Hotel, Some.Noon + Duration.FromHours(1)))).Should().BeEmpty();
    }

    [Fact]
    public async Task More_than_a_page_is_given_up_to_the_limit()
    {
        StreamKey stream = Some.Stream();
        CommitmentDocument[] documents = [.. Enumerable.Range(0, PageSize.MaxRows + 20).Select(_ => Some.Document(stream))];
        await AppendAsync(Some.Append(stream, changed: documents));
        var question = new CommitmentQuery.OwnedBy(Hotel, "housekeeping");

        (await Store.FindAllAsync(question)).ShouldBe(question.Answer(documents));
        (await Store.FindAllAsync(question with { Limit = PageSize.MaxRows + 1 })).Should().HaveCount(PageSize.MaxRows + 1);
    }

    private async Task<List<CommitmentDocument>> WriteManyAsync()
    {
        var documents = new List<CommitmentDocument>();
        for (int number = 0; number < 120; number++)
        {
            TenantId tenant = number % 5 == 0 ? Some.Bank : Some.Hotel;
            StreamKey stream = Some.Stream($"guest-{number}", tenant);
            CommitmentDocument[] own =
            [
                Some.Document(stream, due: Some.Noon + Duration.FromHours(number % 7) - Duration.FromHours(2), tenant: tenant, lookups: "SHARED"),
                Some.Document(stream, due: null, tenant: tenant, lookups: ["SHARED", $"OWN-{number}"]),
                Some.Document(stream, isOpen: number % 3 == 0, due: Some.Noon, owner: "reception", tenant: tenant),
                Some.Document(stream, isOpen: false, due: Some.Noon, tenant: tenant, lookups: "SHARED"),
            ];
            documents.AddRange(own);
            await AppendAsync(Some.Append(stream, tenant: tenant, changed: own));
        }

        return documents;
    }

    private async Task<List<CommitmentDocument>> PagedAsync(CommitmentQuery question)
    {
        var all = new List<CommitmentDocument>();
        while (true)
        {
            List<CommitmentDocument> page = await Store.FindAllAsync(question);
            all.AddRange(page);
            if (page.Count < question.Limit) return all;
            question = question with { After = FindPosition.Of(page[^1]) };
        }
    }
}
