using CommitmentLedger.Storage;
using NodaTime;

namespace CommitmentLedger.Benchmarks;

/// <summary>The customers in a store of some size. Who they are follows from their numbers, so that a kept store can be used again.</summary>
internal sealed record Population(TenantId Tenant, long Commitments)
{
    /// <summary>How many customers there are whose histories are long, and as many beside them who have the same open commitments and no history.</summary>
    public const int Long = 4;

    /// <summary>How many commitments the long histories have closed.</summary>
    public const int ClosedInLong = 2_000;

    public long Customers => Math.Max(1, Commitments / (CustomerStory.Open + CustomerStory.Closed));

    public static CustomerId Customer(long number) => CustomerId.Of($"guest-{number:D9}");

    public static CustomerId CustomerOfLongStanding(int number) => CustomerId.Of($"old-guest-{number:D3}");

    public static CustomerId CustomerWithoutPast(int number) => CustomerId.Of($"new-guest-{number:D3}");

    /// <summary>The stream of an ordinary customer.</summary>
    public StreamAppend StreamOf(long number, Instant now) =>
        CustomerStory.Of(Tenant, Customer(number), number, CustomerStory.Open, CustomerStory.Closed, now);

    /// <summary>The streams of the customers with long histories and of those without one.</summary>
    public IEnumerable<StreamAppend> SpecialStreams(Instant now)
    {
        for (int number = 0; number < Long; number++)
        {
            yield return CustomerStory.Of(Tenant, CustomerOfLongStanding(number), Customers + 1 + (number * 1_000), CustomerStory.Open, ClosedInLong, now);
            yield return CustomerStory.Of(Tenant, CustomerWithoutPast(number), Customers + 501 + (number * 1_000), CustomerStory.Open, closed: 0, now);
        }
    }
}
