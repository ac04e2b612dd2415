namespace CommitmentLedger;

/// <summary>Answering a request, by an offer, a promise or a no, keeps the promise to answer it, if one was given.</summary>
internal static class Answering
{
    /// <summary>The promises to answer that are kept by the answers that were given.</summary>
    public static Decision Decide(Aftermath aftermath)
    {
        List<LedgerEvent>? kept = null;
        ReadOnlySpan<Commitment> known = aftermath.Before.Commitments.AsSpan();
        ReadOnlySpan<Commitment> all = aftermath.After.Commitments.AsSpan();
        for (int place = 0; place < known.Length; place++)
        {
            if (!IsAnswered(known[place], all[place])) continue;
            var toAnswer = new Lineage(LineageKind.AnswerTo, all[place].Id);
            foreach (Commitment answer in all)
            {
                if (answer.Lineage == toAnswer && Verbs.StateDone.IsInTurn(answer)) (kept ??= []).Add(Keep(answer, aftermath.At));
            }
        }

        return kept is null ? [] : [.. kept];
    }

    private static bool IsAnswered(Commitment before, Commitment after) =>
        after.Conversation != before.Conversation && after.Conversation is Conversation.Offered or Conversation.Promised or Conversation.Declined;

    private static Answered Keep(Commitment answer, Circumstances at)
    {
        var statement = new Statement(at.By, at.OccurredAt, []);
        return new Answered(answer.Id, statement.Closes(answer.Held, answer.JudgedDue)) { Dates = answer.DatesOf(at.OccurredAt) };
    }
}
