using System.Reflection;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Storage;

public class DocumentFormsTests
{
    private static readonly TenantId Tenant = TenantId.Of("hotel");
    private static readonly CommitmentDocument Document = LedgerCodec.Encode(Documents.Commitment, Seals.Place(Tenant, Some.Guest), Seals.Any);
    private static readonly byte[] Record = LedgerCodec.EncodeRecord(CustomerRecord.Empty(Some.Guest).With(Documents.History), Seals.Any);

    [Fact]
    public void A_commitment_with_everything_in_it_is_read_back() => LedgerCodec.Decode(Document, Seals.Any).Should().Be(Documents.Commitment);

    [Fact]
    public void A_history_with_everything_in_it_is_read_back() => Read(Record).History.Should().Be(Documents.History);

    [Theory]
    [MemberData(nameof(Properties))]
    public void Nothing_that_can_be_set_is_left_out_of_what_is_read_back(object whole, string name)
    {
        PropertyInfo property = whole.GetType().GetProperty(name)!;
        object? usual = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;

        property.GetValue(whole).Should().NotBe(usual, "the sample has to show that {0} is kept", name);
    }

    public static TheoryData<object, string> Properties()
    {
        var properties = new TheoryData<object, string>();
        foreach (object whole in new object[] { Documents.Commitment, Documents.Promise, Documents.History })
        {
            foreach (PropertyInfo property in whole.GetType().GetProperties().Where(property => property.CanWrite)) properties.Add(whole, property.Name);
        }

        return properties;
    }

    [Fact]
    public void A_document_that_was_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Document.State.Length; length++)
        {
            Action read = () => LedgerCodec.Decode(Document with { State = Document.State[..length] }, Seals.Any);
            read.Should().Throw<LedgerDataException>();
        }
    }

    [Fact]
    public void A_document_with_a_flipped_bit_is_read_or_refused_and_never_fails_otherwise()
    {
        for (int bit = 0; bit < 8 * Document.State.Length; bit++)
        {
            byte[] state = Document.State.ToArray();
            state[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                LedgerCodec.Decode(Document with { State = state }, Seals.Any).Id.Should().Be(Documents.Commitment.Id);
            }
            catch (LedgerDataException)
            {
            }
        }
    }

    [Fact]
    public void A_document_of_a_later_form_or_with_more_in_it_is_refused()
    {
        Action later = () => LedgerCodec.Decode(Document with { State = new byte[] { 0x7E }.Concat(Document.State[1..].ToArray()).ToArray() }, Seals.Any);
        Action longer = () => LedgerCodec.Decode(Document with { State = Document.State.ToArray().Append((byte)0).ToArray() }, Seals.Any);

        later.Should().Throw<LedgerDataException>().WithMessage("*newer version*");
        longer.Should().Throw<LedgerDataException>();
    }

    private static CustomerRecord Read(byte[] record) => Seals.Read(Some.Guest, new StoredStream(Seals.Any.Identity, 1, default, record, [], Command: null));
}
