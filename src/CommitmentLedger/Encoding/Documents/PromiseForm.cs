namespace CommitmentLedger.Serialization;

/// <summary>A promise inside a document.</summary>
internal static class PromiseForm
{
    private enum ValueKind
    {
        WholeNumber,
        Number,
        Text,
        Yes,
        No,
    }

    public static void Write(ref DocumentWriter to, Promise promise)
    {
        ValueForms.Write(ref to, promise.Words);
        to.List(promise.Terms, Write);
        to.List(promise.Preconditions, Write);
        to.List(promise.Choices, Write);
        to.List(promise.Readings, ValueForms.Write);
        to.Optional(promise.RequestedBy, TimeForms.Write);
        to.Optional(promise.PromisedDue, TimeForms.Write);
        to.Optional(promise.InternalTarget, TimeForms.Write);
        to.Optional(promise.Matter, Write);
        to.List(promise.LookupKeys, Write);
        to.Text(promise.Occasion?.ToString());
        to.Number(promise.Beneficiaries);
    }

    public static Promise Read(ref DocumentReader from) => new()
    {
        Words = ValueForms.ReadWords(ref from),
        Terms = from.List(ReadTerm),
        Preconditions = from.List(ReadPrecondition),
        Choices = from.List(ReadChoice),
        Readings = from.List(ValueForms.ReadWords),
        RequestedBy = from.Optional(TimeForms.ReadDeadline),
        PromisedDue = from.Optional(TimeForms.ReadDeadline),
        InternalTarget = from.Optional(TimeForms.ReadDeadline),
        Matter = from.Optional(ReadLookupKey),
        LookupKeys = from.List(ReadLookupKey),
        Occasion = from.OptionalText() is { } occasion ? new Occasion(occasion) : null,
        Beneficiaries = from.Int(),
    };

    public static void Write(ref DocumentWriter to, TermValue value)
    {
        switch (value)
        {
            case { AsNumber: { Scale: 0 } number } when number >= long.MinValue && number <= long.MaxValue:
                to.Number((int)ValueKind.WholeNumber);
                to.Number((long)number);
                break;
            case { AsNumber: { } number }:
                to.Number((int)ValueKind.Number);
                to.Decimal(number);
                break;
            case { AsAnswer: { } answer }:
                to.Number((int)(answer ? ValueKind.Yes : ValueKind.No));
                break;
            default:
                to.Number((int)ValueKind.Text);
                to.Text(value.ToString());
                break;
        }
    }

    public static TermValue ReadTermValue(ref DocumentReader from) => from.Kind<ValueKind>() switch
    {
        ValueKind.WholeNumber => (decimal)from.Number(),
        ValueKind.Number => from.Decimal(),
        ValueKind.Text => from.Text(),
        ValueKind.Yes => true,
        _ => false,
    };

    public static void Write(ref DocumentWriter to, Term term)
    {
        to.Text(term.Name);
        Write(ref to, term.Value);
        to.Number((int)term.Comparison);
    }

    public static Term ReadTerm(ref DocumentReader from) => new(from.Text(), ReadTermValue(ref from), from.Kind<TermComparison>());

    private static void Write(ref DocumentWriter to, Precondition condition)
    {
        to.Text(condition.Name);
        to.Number((int)condition.By);
        to.Text(condition.Team?.ToString());
    }

    private static Precondition ReadPrecondition(ref DocumentReader from) =>
        new(from.Text(), from.Kind<Party>(), from.OptionalText() is { } team ? Team.Of(team) : null);

    private static void Write(ref DocumentWriter to, Choice choice)
    {
        to.Text(choice.Name);
        to.List(choice.Options, Write);
    }

    private static Choice ReadChoice(ref DocumentReader from) => new(from.Text(), from.List(ReadOption));

    private static void Write(ref DocumentWriter to, Option option)
    {
        to.Text(option.Name);
        to.List(option.Brings, Write);
        to.List(option.Needs, Write);
    }

    private static Option ReadOption(ref DocumentReader from) =>
        new(from.Text()) { Brings = from.List(ReadTerm), Needs = from.List(ReadPrecondition) };

    public static void Write(ref DocumentWriter to, LookupKey key)
    {
        to.Text(key.Kind);
        to.Text(key.Value);
    }

    public static LookupKey ReadLookupKey(ref DocumentReader from) => new(from.Text(), from.Text());
}
