using System.Security.Cryptography;
using System.Text;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Sealing;

/// <summary>What is derived from the secret, written out once by hand so that it stays the same for years.</summary>
public class KeyRingTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly TenantId Hotel = TenantId.Of("hotel");

    /// <summary>HKDF-SHA-256 for the purpose, then HMAC-SHA-256 over the parts, each behind its length.</summary>
    private static byte[] Expected(string purpose, params string[] parts)
    {
        byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret, 32, info: Encoding.ASCII.GetBytes("commitment-ledger " + purpose));
        byte[] text = [.. parts.SelectMany(part => (byte[])[0, 0, 0, (byte)part.Length, .. Encoding.UTF8.GetBytes(part)])];
        return HMACSHA256.HashData(key, text)[..16];
    }

    [Fact]
    public void With_a_secret_every_key_is_an_hmac_under_a_key_of_its_own()
    {
        var keys = KeyRing.Of(Secret);

        keys.StreamOf(Hotel, CustomerId.Of("guest-7731")).ToBytes().Should().Equal(Expected("stream", "customer", "hotel", "guest-7731"));
        keys.DigestOf(Hotel, LookupKey.Phone("+971501234567")).ToBytes().Should().Equal(Expected("lookup", "lookup", "hotel", "PHONE", "+971501234567"));
        keys.KeyOf(Hotel).ToBytes().Should().Equal(Expected("tenant", "tenant", "hotel"));
        keys.Reserved(Hotel, "references").ToBytes().Should().Equal(Expected("stream", "reserved", "hotel", "references"));
        keys.SecretId.Should().Be(Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret, 16, info: "commitment-ledger id"u8.ToArray())));
    }

    [Fact]
    public void Without_a_secret_they_are_what_the_contract_gives_to_everybody()
    {
        KeyRing keys = KeyRing.WithoutSecret;

        keys.StreamOf(Hotel, Some.Guest).Should().Be(StreamKey.ForCustomer(Hotel, Some.Guest));
        keys.DigestOf(Hotel, Some.Booking).Should().Be(LookupDigest.For(Hotel, Some.Booking));
        keys.KeyOf(Hotel).Should().Be(TenantKey.For(Hotel));
        keys.SecretId.Should().BeNull();
    }

    [Fact]
    public void Nothing_that_a_store_sees_is_the_same_under_another_secret()
    {
        KeyRing keys = KeyRing.Of(Secret), others = KeyRing.Of(RandomNumberGenerator.GetBytes(32));

        keys.StreamOf(Hotel, Some.Guest).Should().NotBe(others.StreamOf(Hotel, Some.Guest)).And.NotBe(KeyRing.WithoutSecret.StreamOf(Hotel, Some.Guest));
        keys.DigestOf(Hotel, Some.Booking).Should().NotBe(others.DigestOf(Hotel, Some.Booking)).And.NotBe(LookupDigest.For(Hotel, Some.Booking));
        keys.KeyOf(Hotel).Should().NotBe(others.KeyOf(Hotel)).And.NotBe(TenantKey.For(Hotel));
        keys.SecretId.Should().NotBe(others.SecretId);
    }
}
