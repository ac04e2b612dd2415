using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CommitmentLedger.Tests.Unicode;

public class NormalFormTests
{
    private static readonly Rune[] All = [.. Enumerable.Range(0, 0x110000).Where(point => Rune.IsValid(point) && !IsNoCharacter(point)).Select(point => new Rune(point))];

    /// <summary>Characters that combine, are taken apart, or stand beside such, as the platform tells them.</summary>
    private static readonly string[] Lively = [.. All.Select(rune => rune.ToString()).Where(text => !text.IsNormalized(NormalizationForm.FormD) || IsMark(text)), "a", "e", "ᄀ", "ᅡ", "ᆨ"];

    [Fact]
    public void Every_character_has_the_normal_form_that_the_platform_gives_it()
    {
        All.Select(rune => rune.ToString()).Where(text => Assigned(text) && NormalForm.Of(text) != text.Normalize()).Should().BeEmpty();
        All.Select(rune => "e" + rune + "\u0323").Where(text => Assigned(text) && NormalForm.Of(text) != text.Normalize()).Should().BeEmpty();
    }

    [Fact]
    public void Every_text_has_the_normal_form_that_the_platform_gives_it()
    {
        Gen<string> texts = Gen.Elements(Lively).ListOf(8).Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            string decomposed = text.Normalize(NormalizationForm.FormD);
            return NormalForm.Of(text) == text.Normalize() && NormalForm.Of(decomposed) == text.Normalize();
        }));
    }

    /// <summary>What the platform refuses to normalise.</summary>
    private static bool IsNoCharacter(int point) => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsMark(string text) => CharUnicodeInfo.GetUnicodeCategory(text, 0) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Assigned(string text) => CharUnicodeInfo.GetUnicodeCategory(text, 0) != UnicodeCategory.OtherNotAssigned;
}
