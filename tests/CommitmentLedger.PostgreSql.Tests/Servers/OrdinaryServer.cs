namespace CommitmentLedger.PostgreSql.Tests;

/// <summary>Tests on the ordinary server run one after the other: a transaction of one would hold back the feed of another.</summary>
[CollectionDefinition(nameof(OrdinaryServer))]
public class OrdinaryServer;
