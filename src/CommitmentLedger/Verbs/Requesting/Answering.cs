namespace CommitmentLedger;

/// <summary>Answering a request keeps the promise to answer it, if one was given.</summary>
internal static class Answering
{
    /// <summary>What else happens when a request is answered now: the promise to answer is kept by the answer itself.</summary>
    public static IEnumerable<LedgerEvent> Of(Commitment request, CustomerRecord record, Circumstances at) =>
        from answer in record.Open
        where answer.Lineage == new Lineage(LineageKind.AnswerTo, request.Id) && StateDone.Definition.IsInTurn(answer)
        let statement = new Statement(at.By, at.OccurredAt, [])
        select (LedgerEvent)new Answered(answer.Id, statement.Closes(answer.Held, answer.JudgedDue)) { Dates = answer.DatesOf(at.OccurredAt) };
}
