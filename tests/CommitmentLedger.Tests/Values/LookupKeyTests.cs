using CommitmentLedger.Storage;

namespace CommitmentLedger.Tests.Values;

public class LookupKeyTests
{
    [Theory]
    [InlineData("+971 50 123-4567", "00971501234567")]
    [InlineData("(050) 123.4567", "0501234567")]
    [InlineData("+44 (0)20 7946 0000", "+44 20 7946 0000")]
    [InlineData("0044 (0) 20-7946-0000", "+442079460000")]
    [InlineData("(+44) [0]20 7946 0000", "+44 20 7946 0000")]
    [InlineData("+44 20‑7946–0000", "+44 20 7946 0000")]
    [InlineData("‪+44 20 7946 0000‬", "+44 20 7946 0000")]
    [InlineData("＋４４ 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("٠٥٠ ١٢٣ ٤٥٦٧", "050 123 4567")]
    [InlineData("050 / 123 45 67", "050·123·4567")]
    [InlineData("tel:+442079460000", "+44 20 7946 0000")]
    [InlineData("Phone: +44 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("Handy: 0171 2345", "0171 2345")]
    [InlineData("Mobile (UK) +44 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("++44 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("tel:+442079460000;ext=5", "+44 20 7946 0000 x5")]
    [InlineData("0171 2345 Ext. 12", "0171 2345 extension 12")]
    [InlineData("Tel. +44 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("TEL: 0044 (0)20 7946 0000", "+44 20 7946 0000")]
    [InlineData("Tel +44 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("Tel 0044 20 7946 0000", "+44 20 7946 0000")]
    [InlineData("Handy 0171 2345", "0171 2345")]
    [InlineData("phone (0171) 2345", "0171 2345")]
    [InlineData("+44 20 7946 0000;", "+44 20 7946 0000")]
    public void Telephone_numbers_are_found_however_they_are_written(string written, string spoken) =>
        LookupKey.Phone(written).Finds(LookupKey.Phone(spoken)).Should().BeTrue();

    [Theory]
    [InlineData("HX–2291")]
    [InlineData("HX‑2291")]
    [InlineData("HX−2291")]
    [InlineData("HX－2291")]
    [InlineData("HX 2291")]
    [InlineData("HX　2291")]
    [InlineData("HX\t2291")]
    [InlineData(" HX-2291\r\n")]
    [InlineData("HX_2291")]
    [InlineData("HX/2291")]
    [InlineData("hx-2291")]
    [InlineData("HX-22​91")]
    [InlineData("﻿HX-2291")]
    [InlineData("HX­2291")]
    [InlineData("⁦HX-2291⁩")]
    [InlineData("ＨＸ－２２９１")]
    [InlineData("HX-٢٢٩١")]
    [InlineData("HX-𝟐𝟐𝟗𝟏")]
    [InlineData("\"HX-2291\"")]
    [InlineData("“HX-2291”")]
    [InlineData("‘HX-2291’")]
    [InlineData("«HX-2291»")]
    [InlineData("„HX’2291“")]
    [InlineData("'HX-2291',")]
    [InlineData("#HX-2291")]
    [InlineData("＃HX：2291")]
    [InlineData("HX⠀2291")]
    [InlineData("HX-2291;")]
    [InlineData("HX-2291!")]
    [InlineData("HX-2291?")]
    [InlineData("¿HX-2291?")]
    [InlineData("HX-2291…")]
    [InlineData("HX・2291")]
    [InlineData("HX|2291")]
    [InlineData("HX ~ 2291")]
    [InlineData("HX`2291´")]
    [InlineData("HX′2291")]
    [InlineData("HX˗2291")]
    [InlineData("HX⁃2291")]
    [InlineData("HX➖2291")]
    [InlineData("HX־2291")]
    [InlineData("HX٫2291")]
    public void A_booking_is_found_however_it_is_written(string written) =>
        LookupKey.Booking(written).Finds(LookupKey.Booking("HX-2291")).Should().BeTrue();

    [Theory]
    [InlineData("ي-1", "ی-1")]
    [InlineData("كتاب-١", "کـتاب-1")]
    [InlineData("كـــتاب 1", "كتاب-1")]
    public void Letters_that_two_keyboards_write_in_two_ways_are_one(string one, string other)
    {
        LookupKey.Booking(one).Finds(LookupKey.Booking(other)).Should().BeTrue();
        LookupKey.Of("name", one).Finds(LookupKey.Of("name", other)).Should().BeTrue();
    }

    [Theory]
    [InlineData("room")]
    [InlineData("seat")]
    [InlineData("account")]
    public void Between_two_digits_a_separator_counts_where_it_may_tell_two_things_apart_but_not_which_one(string kind)
    {
        foreach (string same in new[] { "12-3", "12 3", "12/3", "12–3", "12.3", "12 - 3", " 12-3;", "١٢-٣", "#12-3" })
            LookupKey.Of(kind, same).Finds(LookupKey.Of(kind, "12-3")).Should().BeTrue(same);
        foreach (string other in new[] { "1-23", "123", "1-2-3" })
            LookupKey.Of(kind, other).Finds(LookupKey.Of(kind, "12-3")).Should().BeFalse(other);
        LookupKey.Of(kind, "A-12").Finds(LookupKey.Of(kind, "a 12")).Should().BeTrue("only between digits");
        LookupKey.Of(kind, "12-A").Finds(LookupKey.Of(kind, "12a")).Should().BeTrue("only between digits");
    }

    [Theory]
    [InlineData("booking")]
    [InlineData("Order")]
    [InlineData("reference")]
    [InlineData("phone")]
    [InlineData("IBAN")]
    public void In_a_number_that_people_read_out_in_groups_no_separator_counts(string kind) =>
        LookupKey.Of(kind, "12-34 5").Finds(LookupKey.Of(kind, "12345")).Should().BeTrue();

    [Theory]
    [InlineData("Ref. {0}")]
    [InlineData("Reference: {0}.")]
    [InlineData("ref {0}")]
    [InlineData("my code is {0}!")]
    [InlineData("№ {0};")]
    public void A_reference_is_found_with_what_it_is_called(string written)
    {
        foreach (ulong number in new ulong[] { 0, ulong.MaxValue / 3 })
        {
            var reference = PromiseReference.FromNumber(number);
            string typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, written, reference);

            PromiseReference.Parse(typed).Should().Be(reference);
            LookupKey.Of("reference", typed).Finds(LookupKey.Reference(reference)).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("a‑b@c.de")]
    [InlineData("Ann B. <a-b@c.de>")]
    [InlineData("\"B, Ann\" <A-B@C.DE>;")]
    [InlineData("ann@home <a-b@c.de>")]
    [InlineData("E-Mail: a-b@c.de")]
    [InlineData("mailto:a-b@c.de?subject=x")]
    [InlineData("a-b﹫c.de")]
    [InlineData("a-b@c.de!")]
    [InlineData("a–b@c.de")]
    [InlineData("A－B＠C.DE")]
    [InlineData("mailto:a-b@c.de")]
    [InlineData("<a-b@c.de>")]
    [InlineData("“MailTo: a-b@c.de”,")]
    public void An_address_is_found_however_it_is_written(string written) => LookupKey.Of("email", written).Finds(LookupKey.Of("email", "a-b@c.de")).Should().BeTrue();

    [Theory]
    [InlineData("phone", "+44 20 7946 0000", "+44 020 7946 0000")]
    [InlineData("phone", "+39 06 1234", "+39 6 1234")]
    [InlineData("phone", "(0)20 7946", "20 7946")]
    [InlineData("phone", "050 1234", "050 1234 ext 5")]
    [InlineData("phone", "050 1234 ext 5", "050 1234 ext 6")]
    [InlineData("phone", "0800 FLOWERS", "0800 TOWERS")]
    [InlineData("phone", "A12", "B12")]
    [InlineData("booking", "HX-2291", "HX-2292")]
    [InlineData("booking", "HX-2291", "HY-2291")]
    [InlineData("booking", "HX+2291", "HX2291")]
    [InlineData("booking", "Ä-1", "A-1")]
    [InlineData("phone", "KL 5-1234", "MU 5-1234")]
    [InlineData("booking", "ي-1", "ى-1")]
    [InlineData("email", "a?b@example.com", "a@example.com")]
    [InlineData("email", "Ann <a@example.com>", "Ann <b@example.com>")]
    [InlineData("email", "jo.hn@example.com", "john@example.com")]
    [InlineData("email", "jo-hn@example.com", "john@example.com")]
    public void Distinct_things_stay_distinct(string kind, string one, string other) => LookupKey.Of(kind, one).Finds(LookupKey.Of(kind, other)).Should().BeFalse();

    [Theory]
    [InlineData("straße 7", "STRASSE 7")]
    [InlineData("Zoë", "ZOË")]
    [InlineData("σς", "ΣΣ")]
    public void Case_and_normal_form_do_not_count(string one, string other) => LookupKey.Of("name", one).Finds(LookupKey.Of("name", other)).Should().BeTrue();

    [Theory]
    [InlineData("booking", "-")]
    [InlineData("booking", "...")]
    [InlineData("booking", "( ) / –")]
    [InlineData("phone", "+")]
    [InlineData("phone", "+ (0)")]
    [InlineData("phone", "tel:")]
    [InlineData("booking", "#")]
    [InlineData("booking", "“,”")]
    [InlineData("phone", "​")]
    public void A_key_of_nothing_that_counts_is_refused(string kind, string value) =>
        FluentActions.Invoking(() => LookupKey.Of(kind, value)).Should().Throw<ArgumentException>().WithParameterName(nameof(value));

    [Fact]
    public void Kinds_do_not_mix()
    {
        LookupKey.Of("a:b", "c").Finds(LookupKey.Of("a", "b:c")).Should().BeFalse();
        LookupDigest.For(TenantId.Of("t"), LookupKey.Of("a:b", "c")).Should().NotBe(LookupDigest.For(TenantId.Of("t"), LookupKey.Of("a", "b:c")));
        LookupKey.Booking("4711").Finds(LookupKey.Of("order", "4711")).Should().BeFalse();
        LookupKey.Booking("00123").Finds(LookupKey.Booking("+123")).Should().BeFalse();
    }

    [Fact]
    public void Stores_see_a_digest_that_differs_from_tenant_to_tenant()
    {
        LookupKey phone = LookupKey.Phone("+971501234567");
        var ours = LookupDigest.For(TenantId.Of("hotel"), phone);

        ours.Should().Be(LookupDigest.For(TenantId.Of("hotel"), LookupKey.Phone("00971 50 1234567")));
        ours.Should().NotBe(LookupDigest.For(TenantId.Of("bank"), phone));
        ours.ToString().Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Fact]
    public void Keys_of_streams_do_not_run_together()
    {
        StreamKey.ForCustomer(TenantId.Of("ab"), CustomerId.Of("c")).Should().NotBe(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("bc")));
        StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("references")).Should().NotBe(StreamKey.Reserved(secret: [], TenantId.Of("a"), "references"));
        StreamKey.FromBytes(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("b")).ToBytes()).Should().Be(StreamKey.ForCustomer(TenantId.Of("a"), CustomerId.Of("b")));
    }
}
