using CommitmentLedger;
using CommitmentLedger.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a ledger.</summary>
public static class CommitmentLedgerServiceCollectionExtensions
{
    /// <summary>Registers <see cref="Ledger"/> as a singleton. Choose a store on what it returns; there is no store by default.</summary>
    /// <param name="services">The services to register with.</param>
    /// <param name="configure">Sets options; null leaves them at their defaults. They are checked when the host starts, or else when the ledger is first resolved.</param>
    public static CommitmentLedgerBuilder AddCommitmentLedger(this IServiceCollection services, Action<LedgerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LedgerOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new Ledger(
            provider.GetService<ILedgerStore>() ?? throw new InvalidOperationException(
                "No store was chosen for the ledger, and it keeps nothing in memory unasked. Call UseSqlite, UsePostgreSql or UseStore after AddCommitmentLedger; in a test, UseInMemory."),
            provider.GetRequiredService<IOptions<LedgerOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<Ledger>>(),
            provider.GetService<ILedgerSecret>()));
        return new CommitmentLedgerBuilder(services);
    }

    /// <summary>Keeps entries in a store of your own, resolved from the services.</summary>
    /// <typeparam name="TStore">The store; the container makes and disposes it.</typeparam>
    public static CommitmentLedgerBuilder UseStore<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(this CommitmentLedgerBuilder builder)
        where TStore : class, ILedgerStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ILedgerStore, TStore>());
        return builder;
    }

    /// <summary>Begins and opens the ledger with a secret. Without this call, and without an <see cref="ILedgerSecret"/> among the services, it has none.</summary>
    public static CommitmentLedgerBuilder UseSecret(this CommitmentLedgerBuilder builder, ILedgerSecret secret)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(secret);
        builder.Services.Replace(ServiceDescriptor.Singleton(secret));
        return builder;
    }

    /// <summary>Keeps entries in memory until the process ends: for tests. <see cref="InMemoryLedgerStore"/> is a service of its own too.</summary>
    public static CommitmentLedgerBuilder UseInMemory(this CommitmentLedgerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<InMemoryLedgerStore>();
        return builder.UseStore(static provider => provider.GetRequiredService<InMemoryLedgerStore>());
    }

    /// <summary>Keeps entries in a store that the factory makes; the container disposes it.</summary>
    public static CommitmentLedgerBuilder UseStore(this CommitmentLedgerBuilder builder, Func<IServiceProvider, ILedgerStore> factory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        builder.Services.Replace(ServiceDescriptor.Singleton(factory));
        return builder;
    }
}
