using CommitmentLedger.Storage;
using NodaTime;
using static CommitmentLedger.PostgreSql.Tests.TestData;

namespace CommitmentLedger.PostgreSql.Tests;

public class FindingTests : OwnSchema
{
    private static readonly TenantId Bank = TenantId.Of("bank");

    [SkippableFact]
    public async Task Every_question_is_answered_as_the_contract_defines_it_page_by_page()
    {
        List<CommitmentDocument> documents = await FillAsync(guests: 30);
        var hotel = TenantKey.For(Hotel);
        CommitmentQuery[] questions =
        [
            new CommitmentQuery.DueBefore(hotel, Noon + Duration.FromHours(4)),
            new CommitmentQuery.DueBefore(hotel, Noon + Duration.FromHours(2) + Duration.FromNanoseconds(1)),
            new CommitmentQuery.DueBefore(hotel, Noon),
            new CommitmentQuery.OwnedBy(hotel, "reception"),
            new CommitmentQuery.OwnedBy(TenantKey.For(Bank), "reception"),
            new CommitmentQuery.WithLookup(hotel, Lookup("shared")),
            new CommitmentQuery.WithLookup(hotel, Lookup("guest 3")),
            new CommitmentQuery.WithLookup(hotel, Lookup("nobody's")),
            new CommitmentQuery.WithLookup(TenantKey.For(Bank), Lookup("shared", Bank)),
        ];
        foreach (CommitmentQuery question in questions)
        {
            CommitmentId[] expected = [.. question.Answer(documents).Select(document => document.Commitment)];
            (await Store.FindAllAsync(question)).Select(document => document.Commitment).Should().Equal(expected, "{0}", question);
            foreach (int page in (int[])[1, 7])
            {
                var found = new List<CommitmentDocument>();
                while (true)
                {
                    FindPosition? after = found.Count == 0 ? null : FindPosition.Of(found[^1]);
                    List<CommitmentDocument> more = await Store.FindAllAsync(question with { After = after, Limit = page });
                    more.Count.Should().BeLessThanOrEqualTo(page);
                    if (more.Count == 0) break;
                    found.AddRange(more);
                }

                found.Select(document => document.Commitment).Should().Equal(expected, "{0} by pages of {1}", question, page);
            }
        }
    }

    [SkippableFact]
    public async Task What_is_found_is_the_document_as_it_was_written()
    {
        CommitmentDocument document = Document(Stream("guest"), CommitmentId.New(), due: Noon, keys: ["one", "two"], state: "the state");
        await Store.AppendOneAsync(Append(Stream("guest"), 0, changed: document));
        List<CommitmentDocument> found = await Store.FindAllAsync(new CommitmentQuery.WithLookup(TenantKey.For(Hotel), Lookup("two")));
        found.Should().BeEquivalentTo([document], Same.Bytes);
    }

    [SkippableFact]
    public async Task An_answer_longer_than_a_page_is_given_whole()
    {
        StreamKey guest = Stream("guest");
        CommitmentDocument[] documents = [.. Enumerable.Range(0, 1_500).Select(number => Document(guest, CommitmentId.New(), due: Noon + Duration.FromSeconds(number % 7)))];
        await Store.AppendOneAsync(Append(guest, 0, changed: documents));
        var question = new CommitmentQuery.DueBefore(TenantKey.For(Hotel), Noon + Duration.FromHours(1)) { Limit = 10_000 };
        (await Store.FindAllAsync(question)).Select(document => document.Commitment)
            .Should().Equal(question.Answer(documents).Select(document => document.Commitment));
        (await Store.FindAllAsync(question with { Limit = 1_000 })).Should().HaveCount(1_000);
    }

    private async Task<List<CommitmentDocument>> FillAsync(int guests)
    {
        var all = new List<CommitmentDocument>();
        foreach (TenantId tenant in (TenantId[])[Hotel, Bank])
        {
            for (int guest = 0; guest < guests; guest++)
            {
                StreamKey stream = Stream($"guest {guest}", tenant);
                CommitmentDocument[] documents =
                [
                    .. Enumerable.Range(0, 3).Select(number => Document(
                        stream,
                        CommitmentId.New(),
                        isOpen: (guest + number) % 4 != 0,
                        due: (guest + number) % 5 == 0 ? null : Noon + Duration.FromHours(guest % 6),
                        owner: number == 1 ? "reception" : "membership",
                        tenant: tenant,
                        keys: number == 2 ? ["shared"] : ["shared", $"guest {guest}"])),
                ];
                await Store.AppendOneAsync(Append(stream, 0, tenant: tenant, changed: documents));
                all.AddRange(documents);
            }
        }

        return all;
    }
}
