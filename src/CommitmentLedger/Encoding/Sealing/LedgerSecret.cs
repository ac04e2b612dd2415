namespace CommitmentLedger;

/// <summary>The usual places for the secret of a ledger.</summary>
public static class LedgerSecret
{
    /// <summary>The least bytes that a secret has: 32.</summary>
    public const int MinLength = 32;

    /// <summary>A secret that the host has at hand.</summary>
    /// <param name="secret">At least 32 random bytes, such as <c>RandomNumberGenerator.GetBytes(32)</c> once gave.</param>
    public static ILedgerSecret Of(ReadOnlyMemory<byte> secret) => new Reader(_ => new(secret));

    /// <summary>A secret in an environment variable, as Base64.</summary>
    public static ILedgerSecret FromEnvironment(string variable)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variable);
        return new Reader(_ => new(Decode(Environment.GetEnvironmentVariable(variable), $"The environment variable {variable}")));
    }

    /// <summary>A secret in a file, as Base64. White space around it does not count.</summary>
    public static ILedgerSecret FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new Reader(async cancellationToken =>
        {
            try
            {
                return Decode(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), $"The file {path}");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new LedgerSecretException($"The file {path} with the ledger's secret cannot be read. Nothing was read or written; put it there.", problem);
            }
        });
    }

    private static ReadOnlyMemory<byte> Decode(string? text, string where)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new LedgerSecretException($"{where} holds no secret of the ledger. Nothing was read or written; put it there, as Base64.");
        byte[] secret = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), secret, out int length)
            ? secret.AsMemory(0, length)
            : throw new LedgerSecretException($"{where} holds something that is not Base64. Nothing was read or written; correct it.");
    }

    private sealed class Reader(Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> read) : ILedgerSecret
    {
        public ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) => read(cancellationToken);
    }
}
