namespace CommitmentLedger;

/// <summary>A command with all that its content is known by: sending it again, from wherever, gives the first result.</summary>
/// <param name="Tenant">The company whose ledger it goes to.</param>
/// <param name="Customer">The customer it is about.</param>
/// <param name="By">The actor who gave it.</param>
/// <param name="Command">The command, with its id.</param>
public sealed record AddressedCommand(TenantId Tenant, CustomerId Customer, Actor By, Command Command)
{
    /// <summary>The company whose ledger it goes to.</summary>
    /// <exception cref="InvalidOperationException">The tenant was never given a value.</exception>
    public TenantId Tenant { get; init => field = Given(value); } = Given(Tenant);

    /// <summary>The customer it is about.</summary>
    /// <exception cref="InvalidOperationException">The customer was never given a value.</exception>
    public CustomerId Customer { get; init => field = Given(value); } = Given(Customer);

    /// <summary>The actor who gave it.</summary>
    /// <exception cref="ArgumentNullException">The actor is null.</exception>
    public Actor By { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = By ?? throw new ArgumentNullException(nameof(By));

    /// <summary>The command, with its id.</summary>
    /// <exception cref="ArgumentNullException">The command is null.</exception>
    public Command Command { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Command ?? throw new ArgumentNullException(nameof(Command));

    private static T Given<T>(T id)
        where T : struct
    {
        _ = id.ToString();
        return id;
    }
}
