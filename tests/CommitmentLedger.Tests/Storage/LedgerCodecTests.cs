using System.Text;
using System.Text.Json.Serialization;
using CommitmentLedger.Serialization;

namespace CommitmentLedger.Tests.Storage;

public class LedgerCodecTests
{
    private static readonly TenantId Tenant = TenantId.Of("hotel");
    private static readonly StreamPlace Place = Seals.Place(Tenant, Some.Guest);

    [Fact]
    public void A_commitment_at_its_very_beginning_is_read_back()
    {
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise()));

        LedgerCodec.Decode(LedgerCodec.Encode(story.It, Place, Seals.Any), Seals.Any).Should().Be(story.It);
    }

    [Fact]
    public void Every_entry_of_a_rich_life_is_read_back_as_it_was()
    {
        Story story = new Story();
        story.Given(new Request(story.Id, Some.Promise()) { Answer = new AnswerBy(CommitmentId.New(), Some.Words(), Some.Due()) }).Given(new Offer(story.Id, Some.Promise()))
            .Given(new MakePromise(story.Id, Some.Promise() with { Preconditions = [Precondition.ByCustomer("deposit")], LookupKeys = [LookupKey.Phone("+97150")] }))
            .Given(new MeetPrecondition(story.Id, "deposit", Evidence.PrivateAt("bank/1"))).Given(new StateDone(story.Id) { Outcomes = [new TermOutcome("adults", 3)] }).Given(new Accept(story.Id, Some.Yes()));

        foreach (Entry entry in story.Entries) LedgerCodec.Decode(LedgerCodec.Encode(entry, Seals.Any, before: default), Seals.Any).Should().Be(entry);
        foreach (Commitment commitment in story.Record.Commitments) LedgerCodec.Decode(LedgerCodec.Encode(commitment, Place, Seals.Any), Seals.Any).Should().Be(commitment);
    }

    [Fact]
    public void What_a_repetition_said_beside_is_read_back_as_it_was()
    {
        Story story = new Story().GivenPromise();
        Promise again = Some.Promise(Term.Of("adults", 4)) with
        {
            LookupKeys = [LookupKey.Phone("+97150")],
            Occasion = new Occasion("family reunion"),
            Beneficiaries = 3,
            RequestedBy = Some.Due(),
            InternalTarget = Some.Due(),
        };
        story.Given(new MakePromise(CommitmentId.New(), again), Some.PhoneLine).Given(new Claim(CommitmentId.New(), again with { LookupKeys = [LookupKey.Phone("+97151")] }));

        foreach (Entry entry in story.Entries) LedgerCodec.Decode(LedgerCodec.Encode(entry, Seals.Any, before: default), Seals.Any).Should().Be(entry);
        LedgerCodec.Decode(LedgerCodec.Encode(story.It, Place, Seals.Any), Seals.Any).Should().Be(story.It);
    }

    [Fact]
    public void Text_of_any_script_stays_readable()
    {
        Story story = new Story().GivenPromise(Some.Promise() with { Words = Some.Words("نعم — “four” & more") });

        Encoding.UTF8.GetString(LedgerCodec.Encode(story.Entries[0], Seals.Any, before: default).Body.Span).Should().Contain("نعم — “four” & more");
    }

    [Fact]
    public void Only_what_is_written_as_JSON_has_a_converter()
    {
        foreach (JsonSerializerContext context in new JsonSerializerContext[] { LedgerJson.Default, BriefingJson.Default })
            context.Options.Converters.Select(converter => converter.Type).Where(type => context.GetTypeInfo(type!) is null).Should().BeEmpty();
    }
}
