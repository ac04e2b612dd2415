namespace CommitmentLedger;

/// <summary>A command with all that its content is known by: sending it again, from wherever, gives the first result.</summary>
/// <param name="Tenant">The company whose ledger it goes to.</param>
/// <param name="Customer">The customer it is about.</param>
/// <param name="By">The actor who gave it.</param>
/// <param name="Command">The command, with its id.</param>
public sealed record AddressedCommand(TenantId Tenant, CustomerId Customer, Actor By, Command Command);
