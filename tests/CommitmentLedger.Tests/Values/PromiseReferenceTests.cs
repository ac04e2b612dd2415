namespace CommitmentLedger.Tests.Values;

public class PromiseReferenceTests
{
    [Fact]
    public void Different_numbers_give_different_references()
    {
        const int Count = 200_000;

        Enumerable.Range(0, Count).Select(number => PromiseReference.FromNumber((ulong)number)).Distinct().Count().Should().Be(Count);
    }

    [Fact]
    public void When_short_references_run_out_longer_ones_follow()
    {
        ulong shortOnes = (ulong)Math.Pow(23, 7);

        PromiseReference.FromNumber(shortOnes - 1).ToString().Should().HaveLength("XXXX-XXXX".Length);
        PromiseReference.FromNumber(shortOnes).ToString().Should().HaveLength("XXXX-XXXX-XXXX".Length);
        PromiseReference.Parse(PromiseReference.FromNumber(shortOnes + 4711).ToString()).Should().Be(PromiseReference.FromNumber(shortOnes + 4711));
    }

    [Fact]
    public void Every_single_wrong_character_and_every_swap_is_noticed()
    {
        const string Alphabet = "23456789CDFHJKMNPRTVWXY";
        for (ulong number = 0; number < 50; number++)
        {
            char[] right = PromiseReference.FromNumber(number * 7_919).ToString().Replace("-", string.Empty).ToCharArray();
            for (int place = 0; place < right.Length; place++)
            {
                foreach (char other in Alphabet.Where(symbol => symbol != right[place]))
                    IsReference([.. right[..place], other, .. right[(place + 1)..]]).Should().BeFalse();
                for (int with = place + 1; with < right.Length; with++)
                {
                    char[] swapped = [.. right];
                    (swapped[place], swapped[with]) = (swapped[with], swapped[place]);
                    IsReference(swapped).Should().Be(right[place] == right[with]);
                }
            }
        }

        static bool IsReference(char[] text) => PromiseReference.TryParse(new string(text), provider: null, out _);
    }

    [Fact]
    [Proves("HOTEL-10", 'b')]
    public void It_is_read_as_people_type_it_and_spelled_as_people_say_it()
    {
        foreach (PromiseReference reference in Enumerable.Range(0, 500).Select(number => PromiseReference.FromNumber((ulong)number)))
        {
            PromiseReference.Parse(reference.ToString().ToLowerInvariant().Replace('-', ' ')).Should().Be(reference);
            string heard = string.Concat(reference.ToSpoken().Split(' ').Where(word => word != "-").Select(AsHeard));
            PromiseReference.Parse(heard).Should().Be(reference);
            reference.ToString().Should().NotContainAny("0", "1", "O", "I", "L", "Z", "S", "B", "G", "U", "Q", "A", "E");
        }
    }

    /// <summary>A digit is spoken by its name, a letter by a word that begins with it.</summary>
    private static string AsHeard(string word) =>
        Array.IndexOf(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], word) is >= 0 and int digit ? $"{digit}" : word[..1];

    [Theory]
    [InlineData("–")]
    [InlineData("‑")]
    [InlineData("−")]
    [InlineData(" ")]
    [InlineData("　")]
    [InlineData("\t")]
    [InlineData(" — ")]
    [InlineData("​-﻿")]
    [InlineData(".")]
    [InlineData("_")]
    public void It_is_read_with_any_dash_and_space(string between)
    {
        var reference = PromiseReference.FromNumber(3);
        string wide = string.Concat(reference.ToString().Select(letter => (char)(letter + 0xFEE0)));

        PromiseReference.Parse(reference.ToString().Replace("-", between)).Should().Be(reference);
        PromiseReference.Parse($" {reference}\n").Should().Be(reference);
        PromiseReference.Parse(wide).Should().Be(reference);
        LookupKey.Of("reference", reference.ToString().Replace("-", between)).Finds(LookupKey.Reference(reference)).Should().BeTrue();
    }

    [Theory]
    [InlineData("“", "”")]
    [InlineData("'", "',")]
    [InlineData("«", "».")]
    [InlineData("#", "")]
    [InlineData("\"", "\":")]
    public void It_is_read_with_what_stands_around_it(string before, string after)
    {
        var reference = PromiseReference.FromNumber(3);

        PromiseReference.Parse($"{before}{reference}{after}").Should().Be(reference);
    }

    [Theory]
    [InlineData("")]
    [InlineData("KITE-4417")]
    [InlineData("2222-222")]
    [InlineData("22222222222222222222222222222222222222")]
    public void What_is_no_reference_is_said_so(string text)
    {
        FluentActions.Invoking(() => PromiseReference.Parse(text)).Should().Throw<FormatException>().WithMessage("*Read it once more from the receipt*");
    }
}
