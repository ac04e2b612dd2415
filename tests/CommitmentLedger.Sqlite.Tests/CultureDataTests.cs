using CommitmentLedger.Sqlite.Tests.Support;

namespace CommitmentLedger.Sqlite.Tests;

/// <summary>Hosts with and without the platform's culture data, as in small container images, on the same file.</summary>
public sealed class CultureDataTests : StoreTest
{
    private static readonly Dictionary<string, string> Without = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };
    private static readonly Dictionary<string, string> PredefinedOnly = new() { ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "1" };

    [Fact]
    public async Task A_customer_is_one_customer_on_every_host()
    {
        const string Composed = "Zo\u00EB";
        const string Decomposed = "Zoe\u0308";
        foreach (Dictionary<string, string> environment in new[] { Without, PredefinedOnly, [] })
        {
            using var child = Child.Start(environment, "promise", File, Decomposed, "\u212Bngstr\u00F6m\u20137");
            (await child.WaitAsync()).Should().Be(0);
        }

        await using var ledger = new Ledger(Store);
        (await ledger.ReadHistoryAsync(CustomerId.Of(Composed)).ToListAsync()).Should().HaveCount(3);
        (await ledger.FindAsync(LookupKey.Booking("a\u030Angstro\u0308m 7")).ToListAsync()).Should().HaveCount(3);
        (await ledger.VerifyAsync()).IsSound.Should().BeTrue();
    }

    [Theory]
    [InlineData("1", "1", "invariant")]
    [InlineData("1", "0", "This host has no culture data*ask for English")]
    [InlineData("0", "1", "Dienstag|Di*1")]
    public async Task A_receipt_keeps_its_language_or_says_why_it_cannot(string invariant, string predefinedOnly, string says)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant,
            ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = predefinedOnly,
        };
        using var german = Child.Start(environment, "receipt", "de-DE");
        using var english = Child.Start(environment, "receipt", "");

        (await german.ReadLineAsync()).Should().MatchRegex(says.Replace("*", ".*"));
        (await english.ReadLineAsync()).Should().Contain("2126");
    }

    [Theory]
    [InlineData("fr-FR", "mardi")]
    [InlineData("sv-SE", "tisdag")]
    [InlineData("fa-IR", "\u0633\u0647\u200C?\u0634\u0646\u0628\u0647")]
    [InlineData("ar-SA", "\u0627\u0644\u062B\u0644\u0627\u062B\u0627\u0621")]
    public async Task So_does_a_receipt_of_which_only_the_dates_and_numbers_are_in_the_language(string language, string day)
    {
        foreach (string invariant in new[] { "0", "1" })
        {
            var environment = new Dictionary<string, string>
            {
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant,
                ["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "0",
            };
            using var receipt = Child.Start(environment, "receipt", language);
            using var date = Child.Start(environment, "date", language);

            foreach (Child told in new[] { receipt, date })
                (await told.ReadLineAsync()).Should().MatchRegex(invariant == "0" ? day : "This host has no culture data.*ask for English");
        }
    }

    [Fact]
    public async Task Keys_are_compared_alike_on_every_host()
    {
        using var child = Child.Start(Without, "case");

        (await child.ReadLineAsync()).Should().Be(ChildRoles.CaseOfAll());
    }
}
