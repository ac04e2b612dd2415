using CommitmentLedger.Conformance.Tests.Workshop;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Conformance.Tests.Broken;

/// <summary>The index of lookup keys covers open commitments only.</summary>
internal sealed class FindsOpenLookupsOnly(WorkshopData data) : WorkshopStore(data)
{
    protected override IEnumerable<CommitmentDocument> Find(CommitmentQuery query) =>
        query is CommitmentQuery.WithLookup ? query.Answer(AllDocuments().Where(document => document.IsOpen)) : base.Find(query);
}
