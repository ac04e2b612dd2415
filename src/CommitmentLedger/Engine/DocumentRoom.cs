using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Engine;

/// <summary>
/// Keeps room in every document for what must still be recorded: whatever was accepted, its commitment can be closed in each way that is
/// in turn, and disputed again. What piles up, such as notes, is refused while there is still that room; what closes never is, nor what
/// the customer says.
/// </summary>
internal static class DocumentRoom
{
    /// <summary>The largest body or document that is handed to a store, in bytes.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>How often the customer can object however full a commitment is, to what it is the rest of counted with it; still more often as long as others leave room.</summary>
    private const int ObjectionsToCome = 1_000;

    // The most bytes that each thing takes in a document: three for a character, and a little for lengths, flags and instants.
    private const int Utterance = (3 * Words.MaxLength) + 150;
    private const int Actor = 1_100;
    private const int Closing = Utterance + Actor + 80;
    private const int ClosedPart = 350;
    private const int Objection = 60;
    private const int Accounts = (3 * CustomerAccount.MaxLetters) + (60 * Refusals.MaxListed);
    private const int Consent = Utterance + Actor + 350;
    private const int FormerKeys = 450 * (Promise.MaxLookupKeys + 1);
    private const int MetPrecondition = Actor + 1_800;
    private const int Outcome = 1_750;
    private const int Statement = Actor + 3_500;
    private const int Resumption = 100;
    private const int Deadline = 2_500;
    private const int Handoff = Utterance + Actor + Deadline + 350;

    // What is still owed of a promise that was kept in part takes along what was noted of it, with words, a date and an origin of its own.
    private const int Rest = Utterance + Deadline + Handoff + 100;

    /// <summary>Refuses an append that would not fit, or that would leave a commitment too little room to be closed; null when all is well.</summary>
    public static Refusal? Refuse(StreamAppend append, CustomerRecord next)
    {
        foreach (StoredEntry entry in append.Entries)
        {
            if (entry.Body.Length > MaxLength) return TooMuch(entry.Commitment is { } about ? next.Find(about) : null);
        }

        foreach (CommitmentDocument document in append.Changed)
        {
            Commitment commitment = next.Find(document.Commitment)!;
            if (document.State.Length + StreamSeal.Overhead + StillToCome(commitment) > MaxLength) return TooMuch(commitment);
        }

        return append.Record.Length > MaxLength ? TooMuch(about: null) : null;
    }

    /// <summary>By how much the document of a commitment may still have to grow, in bytes. Each step to its end uses up what it had kept.</summary>
    public static int StillToCome(Commitment commitment)
    {
        bool canReopen = commitment.WasAcceptedBySilence || commitment.Bindingness == Bindingness.Expired;
        int room = Accounts - (commitment.CustomerAccounts.IsEmpty ? 0 : CommitmentForm.Measure(commitment.CustomerAccounts));
        if (!commitment.IsOpen && !canReopen) return room;
        room += Closing - (commitment.Closing is { } closing ? CommitmentForm.Measure(closing) : 0);
        if (commitment.IsSplit) return room + (ClosedPart * (commitment.Parts.Count - commitment.ClosedParts.Count));
        if (!commitment.Stands && !commitment.AwaitsConsent && !commitment.WasAcceptedBySilence) return room;

        if (!commitment.Held.Terms.IsEmpty) room += Rest - CommitmentForm.MeasureWhatRestsReplace(commitment);

        // The customer may say yes to what was asked.
        Promise? asked = commitment.Proposal?.Promise;
        int terms = Math.Max(commitment.Promise.Terms.Count + (commitment.AgreedPromise?.Terms.Count ?? 0), asked?.Terms.Count ?? 0);
        room += Statement + (Outcome * terms) - (commitment.Statement is { } statement ? CommitmentForm.Measure(statement) : 0);
        room += Objection * Math.Max(0, ObjectionsToCome - commitment.Objections);
        room += MetPrecondition * Math.Max(commitment.UnmetPreconditions.Count(), asked?.Preconditions.Count ?? 0);
        if (commitment.Proposal is not null) room += Consent + FormerKeys;
        if (commitment.Promise.IsAmbiguous || asked is { IsAmbiguous: true }) room += Utterance;
        return commitment.Clock.State == ClockState.Paused ? room + Resumption : room;
    }

    private static Refusal TooMuch(Commitment? about) =>
        new("too_much", "This is more than is kept of one commitment, with room left for closing it. Shorten it, or make a new commitment of what is new.")
        {
            Commitment = about?.Id,
            Found = about?.Standing,
        };
}
