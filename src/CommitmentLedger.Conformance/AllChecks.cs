namespace CommitmentLedger.Conformance;

/// <summary>The list of all checks. The kit's own tests find every family that is not on it.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<ConformanceCheck> InOrder { get; } =
    [
        .. new[]
        {
            AppendChecks.All,
            ConflictChecks.All,
            NewnessChecks.All,
            IdentityChecks.All,
            BatchChecks.All,
            IdempotencyChecks.All,
            LostReplyChecks.All,
            LoadChecks.All,
            HistoryChecks.All,
            FindChecks.All,
            FeedChecks.All,
            TenantChecks.All,
            CancellationChecks.All,
            LimitChecks.All,
            ModelChecks.All,
            RaceChecks.All,
            FeedRaceChecks.All,
            LinearizableChecks.All,
            TransactionChecks.All,
            DurableChecks.All,
            SecondInstanceChecks.All,
            DamageChecks.All,
            DisposedChecks.All,
            CrashChecks.All,
            UpkeepChecks.All,
            EvidentChecks.All,
            ScrubChecks.All,
            FastChecks.All,
        }.SelectMany(family => family).OrderBy(check => check.Level),
    ];
}
