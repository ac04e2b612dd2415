namespace CommitmentLedger.Conformance;

/// <summary>A store broke the contract. The message says which sentence of it, what was expected and what came.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(string message, string sentence, Exception? innerException = null)
        : base(message, innerException) => Sentence = sentence;

    /// <summary>The sentence of the contract that was broken.</summary>
    public string Sentence { get; }
}
