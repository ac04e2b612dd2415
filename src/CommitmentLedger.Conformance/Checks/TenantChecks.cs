using CommitmentLedger.Storage;
using static CommitmentLedger.Conformance.ConformanceLevel;

namespace CommitmentLedger.Conformance;

/// <summary>Two companies on one store never meet, even where every id of theirs is the same.</summary>
internal static class TenantChecks
{
    public static ConformanceCheck[] All { get; } =
    [
        new(Core, "G3", "Two tenants with the same customer, command and commitment ids do not meet",
            "Marten, once: an operation on one tenant overwrote another's events.", IdenticalIds),
        new(Core, "Q4", "A question of one tenant never gives another's commitments",
            "A wall display that shows another company's customers is the end of a product.", Queries),
        new(Core, "G3", "Writing for one tenant leaves every other byte-identical", "An update by commitment id alone changes both.", ByteIdentical),
    ];

    private static async Task IdenticalIds(Trial trial)
    {
        (Story one, Story two) = Twins(trial);
        CommitmentDocument document = one.Document(due: Moments.At(5));
        StreamAppend first = await one.WriteAsync(trial.Store, one.DraftWith([document])).ConfigureAwait(false);
        CommitmentDocument twin = Twin(document, two) with { State = trial.Dice.Bytes(7), IsOpen = false };
        await two.WriteAsync(trial.Store, two.DraftWith([twin], command: first.Command)).ConfigureAwait(false);
        await one.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
        await two.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
        await Feeds.RequireAsync(trial, trial.Store, one, two).ConfigureAwait(false);
    }

    private static async Task Queries(Trial trial)
    {
        (Story one, Story two) = Twins(trial);
        LookupDigest shared = one.Lookup("HX-1");
        CommitmentDocument[] mine = [.. Enumerable.Range(0, 4).Select(index => one.Document(due: Moments.At(index), lookups: shared))];
        CommitmentDocument[] theirs = [.. mine.Select(document => Twin(document, two))];
        await one.WriteAsync(trial.Store, one.DraftWith(mine)).ConfigureAwait(false);
        await two.WriteAsync(trial.Store, two.DraftWith(theirs)).ConfigureAwait(false);
        foreach (TenantKey tenant in new[] { one.Tenant, two.Tenant, TenantKey.For(TenantId.Of("nobody")) })
        {
            CommitmentQuery[] queries = [new CommitmentQuery.DueBefore(tenant, Moments.At(99)), new CommitmentQuery.OwnedBy(tenant, "reception"),
                new CommitmentQuery.WithLookup(tenant, shared)];
            foreach (CommitmentQuery query in queries)
            {
                List<CommitmentDocument> found = await trial.Store.FindAllAsync(query, trial.Cancellation).ConfigureAwait(false);
                trial.Same(query.Answer([.. mine, .. theirs]).Select(Show.Document), found.Select(Show.Document), Contract.Tenants, query.ToString());
            }
        }
    }

    private static async Task ByteIdentical(Trial trial)
    {
        (Story one, Story two) = Twins(trial);
        CommitmentDocument document = one.Document(due: Moments.At(5), lookups: one.Lookup("HX-1"));
        await one.WriteAsync(trial.Store, one.DraftWith([document], 3)).ConfigureAwait(false);
        await two.WriteAsync(trial.Store, two.DraftWith([Twin(document, two)])).ConfigureAwait(false);
        for (int round = 0; round < 5; round++)
        {
            CommitmentDocument changed = Twin(document, two) with { State = trial.Dice.Bytes(30), IsOpen = round % 2 == 0, Owner = $"team {round}" };
            await two.WriteAsync(trial.Store, two.DraftWith([changed])).ConfigureAwait(false);
            await one.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
        }

        await two.RequireAsync(trial.Store, Contract.Tenants).ConfigureAwait(false);
    }

    private static (Story One, Story Two) Twins(Trial trial) => (new Story(trial, "hotel one", "guest 7731"), new Story(trial, "hotel two", "guest 7731"));

    private static CommitmentDocument Twin(CommitmentDocument document, Story of) => document with { Stream = of.Stream, Tenant = of.Tenant };
}
