using NodaTime;

namespace CommitmentLedger.Tests.Ledgers;

/// <summary>Every short verb, with what has to be recorded before it is in turn.</summary>
internal static class ShortVerbs
{
    public static readonly CommitmentId Id = CommitmentId.New();

    /// <summary>With the calendars that some of them count by.</summary>
    public static LedgerOptions Options => new()
    {
        Zone = Some.Dubai,
        Calendars = { Some.CentreHours, new WorkingCalendar("testing centre", 4, Some.Dubai).WithEveryDay(OpenInterval.Parse("08:00-12:00")) },
    };

    private static readonly InteractionId Call = InteractionId.New();
    private static readonly Part[] Parts = [new(CommitmentId.New(), Some.Promise(Term.Of("a", 1))), new(CommitmentId.New(), Some.Promise(Term.Of("b", 1)))];
    private static readonly Promise Changed = Some.Promise(Term.Of("adults", 3));
    private static readonly Words Said = Some.Words();

    private static readonly Command Given = new MakePromise(Id, Some.Promise());
    private static readonly Command Offered = new Offer(Id, Some.Promise());
    private static readonly Command HandedOver = new OfferHandoff(Id, Some.Reception.Team, Some.Due());
    private static readonly Command HandedOn = new OfferHandoff(Id, Some.Housekeeping.Team, Some.Due());
    private static readonly Command Done = new StateDone(Id);

    /// <summary>Counted by the hours of the centre before they became shorter.</summary>
    private static readonly Promise Counted = Some.Promise() with { PromisedDue = Deadline.Within(BusinessTime.FromHours(10), Some.Monday, Some.CentreHours) };

    private static readonly Promise ToBePaid = Some.Promise() with { Preconditions = [Precondition.ByCustomer("paid")] };
    private static readonly Promise ToBeChosen = Some.Promise() with { Choices = [Choice.Of("payment", [Option.Of("card"), Option.Of("cash")])] };
    private static readonly Promise Unclear = Some.Promise() with { Readings = [Some.Words("before three"), Some.Words("after three")] };

    /// <summary>The name of the method, what comes before it, and the call.</summary>
    public static IReadOnlyDictionary<string, (Command[] Before, Func<CustomerLedger, CommandId?, Task> Call)> All { get; } =
        new Dictionary<string, (Command[] Before, Func<CustomerLedger, CommandId?, Task> Call)>
        {
            ["RequestAsync"] = ([], (desk, id) => desk.RequestAsync(Id, Some.Promise(), command: id)),
            ["OfferAsync"] = ([], (desk, id) => desk.OfferAsync(Id, Some.Promise(), id)),
            ["CounterAsync"] = ([Offered], (desk, id) => desk.CounterAsync(Id, Changed, id)),
            ["DeclineAsync"] = ([Offered], (desk, id) => desk.DeclineAsync(Id, Said, id)),
            ["PromiseAsync"] = ([], (desk, id) => desk.PromiseAsync(Id, Some.Promise(), id)),
            ["ClaimAsync"] = ([], (desk, id) => desk.ClaimAsync(Id, Some.Promise(), id)),
            ["CorroborateAsync"] = ([new Claim(Id, Some.Promise())], (desk, id) => desk.CorroborateAsync(Id, Evidence.At("call"), Some.PhoneLine, id)),
            ["ConfirmAsync"] = ([Given], (desk, id) => desk.ConfirmAsync(Id, Basis.Word, command: id)),
            ["AskAgainAsync"] = ([Given], (desk, id) => desk.AskAgainAsync(Id, command: id)),
            ["MeetPreconditionAsync"] = ([new MakePromise(Id, ToBePaid)], (desk, id) => desk.MeetPreconditionAsync(Id, "paid", command: id)),
            ["ChooseAsync"] = ([new MakePromise(Id, ToBeChosen)], (desk, id) => desk.ChooseAsync(Id, "payment", "card", id)),
            ["ClarifyAsync"] = ([new MakePromise(Id, Unclear)], (desk, id) => desk.ClarifyAsync(Id, Some.Words("after three"), id)),
            ["PauseAsync"] = ([Given], (desk, id) => desk.PauseAsync(Id, Party.Us, "power cut", id)),
            ["ResumeAsync"] = ([Given, new Pause(Id, Party.Us, "power cut")], (desk, id) => desk.ResumeAsync(Id, id)),
            ["RenegotiateAsync"] = ([Given], (desk, id) => desk.RenegotiateAsync(Id, Changed, Some.Consent(), command: id)),
            ["GiveConsentAsync"] = ([Given, new Renegotiate(Id, Changed)], (desk, id) => desk.GiveConsentAsync(Id, Some.Consent(), id)),
            ["RefuseChangeAsync"] = ([Given, new Renegotiate(Id, Changed)], (desk, id) => desk.RefuseChangeAsync(Id, Said, id)),
            ["ReassessAsync"] = ([new MakePromise(Id, Counted)], (desk, id) => desk.ReassessAsync(Id, Said, id)),
            ["SplitAsync"] = ([Given], (desk, id) => desk.SplitAsync(Id, [.. Parts], Some.Consent(), id)),
            ["CarryForwardAsync"] = ([Given], (desk, id) => desk.CarryForwardAsync(Id, Parts[0].Commitment, Some.Due(Some.CheckIn + Duration.FromDays(9)), Some.Membership, Said, id)),
            ["OfferHandoffAsync"] = ([Given], (desk, id) => desk.OfferHandoffAsync(Id, Some.Housekeeping.Team, Some.Due(), command: id)),
            ["AcceptHandoffAsync"] = ([Given, HandedOver], (desk, id) => desk.AcceptHandoffAsync(Id, [.. Some.Promise().Terms], id)),
            ["DeclineHandoffAsync"] = ([Given, HandedOver], (desk, id) => desk.DeclineHandoffAsync(Id, Said, id)),
            ["RetractHandoffAsync"] = ([Given, HandedOn], (desk, id) => desk.RetractHandoffAsync(Id, Said, id)),
            ["RelyAsync"] = ([Given], (desk, id) => desk.RelyAsync(Id, Said, id)),
            ["RecordAccountAsync"] = ([Given], (desk, id) => desk.RecordAccountAsync(Id, Said, id)),
            ["AddNoteAsync"] = ([Given], (desk, id) => desk.AddNoteAsync(Id, Said, command: id)),
            ["StateDoneAsync"] = ([Given], (desk, id) => desk.StateDoneAsync(Id, command: id)),
            ["AcceptAsync"] = ([Given, Done], (desk, id) => desk.AcceptAsync(Id, Some.Yes(), command: id)),
            ["DisputeAsync"] = ([Given, Done], (desk, id) => desk.DisputeAsync(Id, Said, id)),
            ["ReleaseAsync"] = ([Given], (desk, id) => desk.ReleaseAsync(Id, Said, id)),
            ["WithdrawAsync"] = ([Given], (desk, id) => desk.WithdrawAsync(Id, Said, id)),
            ["ExpireAsync"] = ([new MakePromise(Id, ToBePaid)], (desk, id) => desk.ExpireAsync(Id, Said, id)),
            ["BreakAsync"] = ([Given], (desk, id) => desk.BreakAsync(Id, Said, id)),
            ["StartInteractionAsync"] = ([], (desk, id) => desk.StartInteractionAsync(Call, new Occasion("call"), id)),
            ["EndInteractionAsync"] = ([new StartInteraction(Call, new Occasion("call"))], (desk, id) => desk.EndInteractionAsync(Call, id)),
        };
}
