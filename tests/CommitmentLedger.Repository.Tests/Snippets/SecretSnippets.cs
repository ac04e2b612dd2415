using System.Security.Cryptography;
using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommitmentLedger.Repository.Tests.Snippets;

/// <summary>The code that the guide to the secret shows, compiled and run.</summary>
public sealed class SecretSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commitment-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_ledger_is_begun_with_a_secret_and_opened_with_no_other()
    {
        string file = Path.Combine(_folder, "ledger.db");
        #region MakeSecret
        string secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        #endregion
        Environment.SetEnvironmentVariable("LEDGER_SECRET", secret);
        var services = new ServiceCollection();
        #region UseSecret
        services.AddCommitmentLedger()
            .UseSqlite(file)
            .UseSecret(LedgerSecret.FromEnvironment("LEDGER_SECRET"));
        #endregion
        await using ServiceProvider provider = services.BuildServiceProvider();
        #region OpenWithSecret
        await provider.GetRequiredService<Ledger>().OpenAsync();
        #endregion
        var ledger = provider.GetRequiredService<Ledger>();
        var guest = CustomerId.Of("guest-7731");
        var promise = new Promise { Words = Words.Verbatim("A quiet room."), PromisedDue = Deadline.At(NodaTime.Instant.FromUtc(2099, 1, 1, 0, 0), NodaTime.DateTimeZone.Utc) };
        await ledger.ActingAs(new Actor(Team.Of("membership"), Channel.Phone)).For(guest).PromiseAsync(CommitmentId.New(), promise);
        (await ledger.ExamineAsync()).Findings.Should().BeEmpty();

        await using var store = new SqliteLedgerStore(file);
        await using var vaulted = new Ledger(store, secret: new VaultSecret(new Vault(Convert.FromBase64String(secret))));
        (await vaulted.ReadAsync(guest)).Open.Should().ContainSingle();
        await using var without = new Ledger(store);
        await FluentActions.Awaiting(() => without.ReadAsync(guest)).Should().ThrowAsync<LedgerSecretException>();
        (await new Ledger(new InMemoryLedgerStore()).ExamineAsync()).Findings.Should().ContainSingle().Which.Code.Should().Be("no_secret");
    }

    #region VaultSecret
    public sealed class VaultSecret(IVault vault) : ILedgerSecret
    {
        public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) =>
            await vault.GetSecretAsync("commitment-ledger", cancellationToken);
    }
    #endregion

    public interface IVault
    {
        Task<byte[]> GetSecretAsync(string name, CancellationToken cancellationToken);
    }

    private sealed class Vault(byte[] secret) : IVault
    {
        public Task<byte[]> GetSecretAsync(string name, CancellationToken cancellationToken) => Task.FromResult(secret);
    }
}
