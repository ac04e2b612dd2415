using FluentAssertions.Equivalency;

namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Compares what was stored by its bytes: memory is equal only to itself.</summary>
internal static class Same
{
    public static EquivalencyAssertionOptions<T> Bytes<T>(EquivalencyAssertionOptions<T> options) => options
        .Using<ReadOnlyMemory<byte>>(pair => pair.Subject.ToArray().Should().Equal(pair.Expectation.ToArray()))
        .WhenTypeIs<ReadOnlyMemory<byte>>();
}
