namespace CommitmentLedger;

/// <summary>What follows by itself from what a command did: events, none when nothing follows, or why it cannot be recorded.</summary>
internal delegate Decision Consequence(Aftermath aftermath);
