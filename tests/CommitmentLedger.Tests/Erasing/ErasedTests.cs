using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;
using CommitmentLedger.Tests.Storage;

namespace CommitmentLedger.Tests.Erasing;

public class ErasedTests
{
    [Fact]
    public void Nothing_that_was_known_before_is_in_the_record_after_it()
    {
        Story story = new Story().GivenPromise();
        Entry last = story.Entries[^1];

        CustomerRecord erased = story.Record.Apply(last with { Version = last.Version + 1, Event = new Erased() });

        erased.Should().Be(CustomerRecord.Of(Some.Guest, last.Version + 1, new CustomerHistory { ChangedAtVersion = last.Version + 1 }, []));
    }

    [Fact]
    public void The_entry_is_told_without_a_body_and_the_entries_before_it_as_unreadable()
    {
        Story story = new Story().GivenPromise();
        StoredEntry stored = LedgerCodec.Encode(story.Entries[0], Seals.Any, before: default) with { Body = default };

        LedgerCodec.Tell(stored with { Type = Erased.TypeName, Commitment = null }, Seals.Any, Some.Guest).Event.Should().Be(new Erased());
        LedgerCodec.Tell(stored, Seals.Any, Some.Guest).Event.Should().BeOfType<Unreadable>().Which.Problem.Should().Be("The body of the entry was erased.");
    }
}
