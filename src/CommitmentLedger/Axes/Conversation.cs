namespace CommitmentLedger;

/// <summary>How far the conversation with the customer has come. One of the four axes of a commitment.</summary>
public enum Conversation
{
    /// <summary>The words were given.</summary>
    Promised,

    /// <summary>We say that it is done; the customer has not agreed yet.</summary>
    Stated,

    /// <summary>The customer agreed that it is done, or let the time to disagree pass.</summary>
    Accepted,

    /// <summary>The customer says that it is not done. The promise stands again.</summary>
    Disputed,
}
