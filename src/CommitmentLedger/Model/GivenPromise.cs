namespace CommitmentLedger;

/// <summary>How a promise binds when it is given, and whether it can be.</summary>
internal static class GivenPromise
{
    extension(Promise promise)
    {
        /// <summary>Only once everything is met that it needs.</summary>
        public Bindingness Binds => promise.Preconditions.IsEmpty ? Bindingness.Bound : Bindingness.Conditional;

        /// <summary>Says what is wrong with the promise as such, or null when nothing is.</summary>
        public Refusal? Problem()
        {
            if (promise.Terms.Count > Promise.MaxTerms)
                return new Refusal("too_many_terms", $"A promise has at most {Promise.MaxTerms} terms; this one has {promise.Terms.Count}. Make several promises of it.");
            if (promise.LookupKeys.Count > Promise.MaxLookupKeys)
                return new Refusal("too_many_lookup_keys", $"A promise has at most {Promise.MaxLookupKeys} lookup keys. Keep the ones that the customer will name.");
            if (Math.Max(promise.Preconditions.Count, Math.Max(promise.Choices.Count, promise.Readings.Count)) > Promise.MaxConditions)
                return new Refusal("too_many_conditions", $"A promise has at most {Promise.MaxConditions} preconditions, choices or readings. Make several promises of it.");
            if (promise.Preconditions.Count > 1 && promise.Preconditions.DistinctBy(condition => condition.Name, Casing.Comparer).Count() != promise.Preconditions.Count)
                return new Refusal("precondition_twice", "Two preconditions have the same name. Name each once.");
            if (promise.Beneficiaries is < 0 or > 1_000_000)
                return new Refusal("beneficiaries_out_of_range", "The number of others who rely on it is outside 0 to 1,000,000. Correct it.");
            return promise.Terms.Count > 1 && promise.Terms.Any(term => promise.Terms.Any(term.Contradicts))
                ? new Refusal("terms_contradict", "Two terms of this promise exclude each other. Decide which one is meant before it is spoken.")
                : null;
        }
    }
}
