using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CommitmentLedger;

/// <summary>Texts that differ only in upper and lower case are equal: <c>Straße</c> and <c>STRASSE</c>, <c>İzmir</c> and <c>izmir</c>.</summary>
/// <remarks>
/// It is the same on every host and in every language: the dot of an <c>i</c> does not count, since what is one letter in Turkish is
/// another's capital elsewhere. For well-formed text in normal form C.
/// </remarks>
internal sealed class Casing : IEqualityComparer<string>
{
    public static Casing Comparer { get; } = new();

    /// <summary>The text in capital letters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 2);
        Span<char> units = stackalloc char[2];
        var points = new Points(text);
        while (points.MoveNext()) folded.Append(units[..new Rune(points.Current).EncodeToUtf16(units)]);
        return folded.ToString();
    }

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null) return ReferenceEquals(x, y);
        if (Ascii.IsValid(x) && Ascii.IsValid(y)) return string.Equals(x, y, StringComparison.OrdinalIgnoreCase);
        var one = new Points(x);
        var other = new Points(y);
        while (one.MoveNext())
        {
            if (!other.MoveNext() || one.Current != other.Current) return false;
        }

        return !other.MoveNext();
    }

    public int GetHashCode([DisallowNull] string obj)
    {
        var hash = new HashCode();
        var points = new Points(obj);
        while (points.MoveNext()) hash.Add(points.Current);
        return hash.ToHashCode();
    }

    /// <summary>The characters of a text as capital letters, one after the other.</summary>
    private ref struct Points(string text)
    {
        private const int DotAbove = 0x0307;

        private StringRuneEnumerator _runes = text.EnumerateRunes();
        private bool _hasSecondS;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_hasSecondS)
            {
                _hasSecondS = false;
                return true;
            }

            while (_runes.MoveNext())
            {
                int point = _runes.Current.Value;
                if (point == DotAbove && Current == 'I') continue;
                Current = CapitalOf(point);
                if (point is 'ß' or 'ẞ') (Current, _hasSecondS) = ('S', true);
                return true;
            }

            return false;
        }

        private static int CapitalOf(int point) => point switch
        {
            >= 'a' and <= 'z' => point - 'a' + 'A',
            < 0x80 => point,
            'İ' => 'I',
            'ϴ' => 'Θ',
            _ => UnicodeTables.CapitalOf(point),
        };
    }
}
