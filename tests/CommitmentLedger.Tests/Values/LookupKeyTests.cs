using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Values;

public class LookupKeyTests
{
    [Theory]
    [InlineData("+971 50 123-4567", "00971501234567")]
    [InlineData("(050) 123.4567", "0501234567")]
    public void Telephone_numbers_are_found_however_they_are_written(string written, string spoken) =>
        LookupKey.Phone(written).Finds(LookupKey.Phone(spoken)).Should().BeTrue();

    [Fact]
    public void Kinds_do_not_mix()
    {
        LookupKey.Booking("4711").Finds(LookupKey.Of("order", "4711")).Should().BeFalse();
        LookupKey.Booking("00123").Finds(LookupKey.Booking("+123")).Should().BeFalse();
    }

    [Fact]
    public void Stores_see_a_digest_that_differs_from_tenant_to_tenant()
    {
        LookupKey phone = LookupKey.Phone("+971501234567");
        var ours = LookupDigest.For(TenantId.Of("hotel"), phone);

        ours.Should().Be(LookupDigest.For(TenantId.Of("hotel"), LookupKey.Phone("00971 50 1234567")));
        ours.Should().NotBe(LookupDigest.For(TenantId.Of("bank"), phone));
        ours.ToString().Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Fact]
    public void Keys_of_streams_do_not_run_together()
    {
        StreamKey.ForCustomer(TenantId.Of("ab"), CustomerId.Of("c")).Should().NotBe(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("bc")));
        StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("references")).Should().NotBe(StreamKey.Reserved(TenantId.Of("a"), "references"));
        StreamKey.FromBytes(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("b")).ToBytes()).Should().Be(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("b")));
    }
}
