namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>The way to read again what cannot be read.</summary>
    public sealed record WhatToDo : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "What to do";

        private protected override string Say() => "ask that team; update the library, or verify the customer and rebuild the documents";
    }
}
