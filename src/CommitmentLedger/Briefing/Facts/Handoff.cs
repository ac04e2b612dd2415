using NodaTime;

namespace CommitmentLedger;

public abstract partial record BriefingFact
{
    /// <summary>Another team was asked to take over and has not answered.</summary>
    /// <param name="To">The team that was asked.</param>
    /// <param name="AnswerBy">Until when it may accept.</param>
    /// <param name="HasLapsed">Whether it did not answer in time.</param>
    public sealed record Handoff(Team To, Deadline AnswerBy, bool HasLapsed) : BriefingFact
    {
        /// <inheritdoc/>
        public override string Label => "Handoff";

        private protected override string Say()
        {
            string until = Clock.By(AnswerBy).TellEnd(AnswerBy.ToldDue.With(TimeAdjusters.TruncateToMinute));
            return $"offered to {To}, who {(HasLapsed ? "did not answer until" : "may accept until")} {until}";
        }
    }
}
