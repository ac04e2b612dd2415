namespace CommitmentLedger.Tests.Values;

public class TextTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "is empty")]
    [InlineData(" asha", "starts or ends with a space")]
    [InlineData("as\u0007ha", "control characters")]
    [InlineData("as\u200Bha", "invisible formatting character")]
    [InlineData("as\u202Eha", "invisible formatting character")]
    public void An_unusable_id_is_refused_with_the_reason_and_without_repeating_it(string value, string reason)
    {
        Action make = () => CustomerId.Of(value);

        make.Should().Throw<ArgumentException>().WithMessage($"*{reason}*").Which.Message.Should().NotContain("asha");
        CustomerId.TryParse(value, provider: null, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData('\uD800', 'x')]
    [InlineData('x', '\uDC00')]
    [InlineData('\uDC00', '\uD800')]
    public void Half_of_a_surrogate_pair_is_refused(char first, char second)
    {
        string broken = new([first, second]);

        FluentActions.Invoking(() => CustomerId.Of(broken)).Should().Throw<ArgumentException>().WithMessage("*not valid Unicode*");
        FluentActions.Invoking(() => Words.Verbatim(broken)).Should().Throw<ArgumentException>().WithMessage("*not valid Unicode*");
        CustomerId.TryParse("\U0001F600", provider: null, out _).Should().BeTrue();
    }

    [Fact]
    public void A_text_of_a_megabyte_is_refused_and_its_limit_named()
    {
        string megabyte = new('x', 1024 * 1024);

        FluentActions.Invoking(() => Words.Verbatim(megabyte)).Should().Throw<ArgumentException>().WithMessage("*1048576 characters; at most 4000*");
        FluentActions.Invoking(() => CustomerId.Of(megabyte)).Should().Throw<ArgumentException>().WithMessage("*at most 100*");
    }

    [Fact]
    public void Words_keep_their_line_breaks_and_scripts()
    {
        string text = "نعم، أربعة بالغين.\nहाँ, चार लोग।";

        Words.Verbatim(text, Language.Of("ar-AE")).Text.Should().Be(text);
        FluentActions.Invoking(() => Words.Verbatim("bell \u0007")).Should().Throw<ArgumentException>().WithMessage("*control characters*");
    }

    [Fact]
    public void What_looks_equal_is_equal()
    {
        CustomerId.Of("Zo\u00EB").Should().Be(CustomerId.Of("Zoe\u0308"));
    }

    [Fact]
    public void A_default_value_is_caught_at_its_first_use()
    {
        FluentActions.Invoking(() => default(CustomerId).ToString()).Should().Throw<InvalidOperationException>().WithMessage("*CustomerId.Of*");
        FluentActions.Invoking(() => default(CommitmentId).ToString()).Should().Throw<InvalidOperationException>().WithMessage("*CommitmentId.New*");
        FluentActions.Invoking(() => default(TermValue).ToString()).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => new Actor(default, Channel.Phone)).Should().Throw<InvalidOperationException>().WithMessage("*Team.Of*");
        FluentActions.Invoking(() => new CommitmentId(Guid.Empty)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Every_id_reads_back_what_it_writes()
    {
        ReadsBack(TenantId.Of("hotel"));
        ReadsBack(CustomerId.Of("guest-7731"));
        ReadsBack(Team.Of("membership"));
        ReadsBack(Person.Of("asha"));
        ReadsBack(Bot.Of("concierge"));
        ReadsBack(Language.Of("ar-AE"));
        ReadsBack(new Occasion("check-in"));
        ReadsBack(Channel.InPerson);
        ReadsBack(CommitmentId.New());
        ReadsBack(CommandId.New());
        ReadsBack(InteractionId.New());
        ReadsBack(PromiseReference.FromNumber(17));

        static void ReadsBack<T>(T value)
            where T : IParsable<T>
        {
            T.Parse(value.ToString()!, provider: null).Should().Be(value);
            T.TryParse(value.ToString(), provider: null, out T? read).Should().BeTrue();
            read.Should().Be(value);
            T.TryParse("\u0000", provider: null, out _).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("deposit paid", "deposit\u00A0paid")]
    [InlineData("deposit paid", "DEPOSIT\u2009PAID")]
    [InlineData("caf\u00E9", "cafe\u0301")]
    [InlineData("سلام", "سلام\u200C")]
    [InlineData("\u0995\u09CB", "\u0995\u09C7\u200C\u09BE")]
    [InlineData("ok \u2764\uFE0F\u200D\U0001F525", "OK \u2764\u200D\U0001F525")]
    public void A_name_is_asked_for_as_it_is_read(string kept, string asked)
    {
        Precondition.ByUs(kept).IsNamed(asked).Should().BeTrue();
        Choice.Of(kept, [Option.Of("card")]).IsNamed(asked).Should().BeTrue();
        new TermOutcome(asked, 1).IsFor(Term.Of(kept, 1)).Should().BeTrue();
    }

    [Theory]
    [InlineData("deposit\u200Bpaid")]
    [InlineData("deposit")]
    [InlineData("\uD800")]
    [InlineData(null)]
    public void Another_name_is_another(string? asked) => Precondition.ByUs("deposit paid").IsNamed(asked!).Should().BeFalse();
}
