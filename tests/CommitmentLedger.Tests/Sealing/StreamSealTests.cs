using System.Text;
using CommitmentLedger.Serialization;
using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Sealing;

/// <summary>What is kept under the key of a stream can be read there and nowhere else.</summary>
public class StreamSealTests
{
    private static readonly KeyRing Secret = KeyRing.Of(Enumerable.Range(1, 32).Select(value => (byte)value).ToArray());
    private static readonly byte[] Said = Encoding.UTF8.GetBytes("four adults, two extra beds");

    public static TheoryData<bool> BothKinds => [true, false];

    private static KeyRing Keys(bool withSecret) => withSecret ? Secret : KeyRing.WithoutSecret;

    [Theory]
    [MemberData(nameof(BothKinds))]
    public void What_was_sealed_is_read_back_by_whoever_opens_the_stream_again(bool withSecret)
    {
        StreamSeal made = Keys(withSecret).NewSeal();
        var id = CommitmentId.New();
        (byte[] entry, byte[] record, byte[] commitment) = (made.SealEntry(Said, 3), made.SealRecord(Said), made.SealCommitment(Said, id));

        StreamSeal opened = Keys(withSecret).SealOf(made.Identity);

        opened.OpenEntry(entry, 3).ToArray().Should().Equal(Said);
        opened.OpenRecord(record).ToArray().Should().Equal(Said);
        opened.OpenCommitment(commitment, id).ToArray().Should().Equal(Said);
        opened.HashContent(Digest.Of(Said)).Should().Be(made.HashContent(Digest.Of(Said)));
    }

    [Fact]
    public void With_a_secret_nothing_that_is_kept_holds_what_was_said_and_the_same_is_never_kept_alike()
    {
        StreamSeal seal = Secret.NewSeal();
        var id = CommitmentId.New();

        foreach (byte[] kept in new[] { seal.SealEntry(Said, 1), seal.SealRecord(Said), seal.SealCommitment(Said, id) })
        {
            kept.AsSpan().IndexOf(Said.AsSpan(0, 4)).Should().Be(-1);
            kept.Length.Should().Be(Said.Length + StreamSeal.Overhead);
        }

        seal.SealEntry(Said, 1).Should().NotEqual(seal.SealEntry(Said, 1));
    }

    [Fact]
    public void Without_a_secret_a_body_is_salted_so_that_its_digest_does_not_tell_a_short_body()
    {
        StreamSeal seal = KeyRing.WithoutSecret.NewSeal();

        EntryChain.HashOf(seal.SealEntry(Said, 1)).Should().NotBe(EntryChain.HashOf(seal.SealEntry(Said, 1)));
        Encoding.UTF8.GetString(seal.SealEntry(Said, 1)).Should().EndWith("two extra beds");
    }

    [Fact]
    public void Nothing_can_be_put_in_the_place_of_another()
    {
        StreamSeal ours = Secret.NewSeal(), theirs = Secret.NewSeal();
        CommitmentId id = CommitmentId.New(), other = CommitmentId.New();
        byte[] entry = ours.SealEntry(Said, 3);

        Action[] places =
        [
            () => theirs.OpenEntry(entry, 3),
            () => ours.OpenEntry(entry, 4),
            () => ours.OpenRecord(entry),
            () => ours.OpenCommitment(ours.SealCommitment(Said, id), other),
            () => theirs.OpenCommitment(ours.SealCommitment(Said, id), id),
            () => theirs.OpenRecord(ours.SealRecord(Said)),
        ];

        foreach (Action place in places) place.Should().Throw<FormatException>();
    }

    [Theory]
    [MemberData(nameof(BothKinds))]
    public void What_was_changed_or_cut_is_never_taken_for_what_was_written(bool withSecret)
    {
        StreamSeal seal = Keys(withSecret).NewSeal();
        byte[] entry = seal.SealEntry(Said, 3);

        for (int length = 0; length < (withSecret ? entry.Length : 16); length++)
        {
            int cut = length;
            FluentActions.Invoking(() => seal.OpenEntry(entry.AsMemory(0, cut), 3)).Should().Throw<FormatException>();
        }

        if (!withSecret) return;
        for (int bit = 0; bit < 8 * entry.Length; bit++)
        {
            byte[] changed = [.. entry];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            FluentActions.Invoking(() => seal.OpenEntry(changed, 3)).Should().Throw<FormatException>();
        }
    }

    [Fact]
    public void A_wrapped_key_that_is_damaged_cut_or_of_another_stream_or_secret_is_named()
    {
        StreamIdentity identity = Secret.NewSeal().Identity;
        byte[] key = identity.WrappedKey.ToArray();
        var wrong = new List<(KeyRing Keys, StreamIdentity Identity)>
        {
            (KeyRing.WithoutSecret, identity),
            (KeyRing.Of(new byte[32]), identity),
            (Secret, identity with { Id = StreamId.New() }),
            (Secret, identity with { WrappedKey = (byte[])[7, .. key[1..]] }),
            (Secret, identity with { WrappedKey = key.AsMemory(0, key.Length - 1) }),
            (KeyRing.WithoutSecret, KeyRing.WithoutSecret.NewSeal().Identity with { WrappedKey = new byte[] { 0, 1, 2 } }),
        };
        for (int place = 1; place < key.Length; place++)
        {
            byte[] changed = [.. key];
            changed[place] ^= 1;
            wrong.Add((Secret, identity with { WrappedKey = changed }));
        }

        foreach ((KeyRing keys, StreamIdentity of) in wrong)
        {
            FluentActions.Invoking(() => keys.SealOf(of)).Should().Throw<LedgerDataException>().WithMessage($"*{of.Id}*damaged*backup*");
            keys.SealOrNull(of).Should().BeNull();
        }
    }

    [Fact]
    public void A_key_that_was_destroyed_reads_and_compares_nothing_any_more()
    {
        StreamSeal made = KeyRing.WithoutSecret.NewSeal();
        StreamSeal erased = KeyRing.WithoutSecret.SealOf(made.Identity with { WrappedKey = default });

        erased.IsDestroyed.Should().BeTrue();
        FluentActions.Invoking(() => erased.HashContent(Digest.Of(Said))).Should().Throw<LedgerDataException>().WithMessage("*destroyed*");
        FluentActions.Invoking(() => erased.OpenEntry(made.SealEntry(Said, 1), 1)).Should().Throw<FormatException>();
    }
}
