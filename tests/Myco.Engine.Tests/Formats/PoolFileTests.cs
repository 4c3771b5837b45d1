using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Formats;

/// <summary>PoolFile there and back by DocumentWriter and DocumentReader: SurfaceFields in every form, DocumentBytes within their limits, each fault with its line and column.</summary>
public sealed class PoolFileTests
{
    /// <summary>Any finite numbers will do: the file holds what it is given, the surface judges it later.</summary>
    [Property(Replay = "20240701,3")]
    public bool What_is_written_reads_back_to_the_same_bits_and_the_same_bytes(NormalFloat[] values)
    {
        double[] balances = [.. Enumerable.Range(0, 3).Select(i => i < values.Length ? Math.Abs(values[i].Item) : i)];
        PoolFile pool = new(["A", "B \"quoted\"", "Ç€"], Samples.Definition(3), balances, [1, 1e-300, double.MaxValue], 0.1 + 0.2, 5e-324);
        byte[] bytes = Samples.Bytes(pool.Write);
        PoolFile again = PoolFile.Parse(bytes);
        return pool.Assets.SequenceEqual(again.Assets)
            && Bits.Same(pool.Balances, again.Balances) && Bits.Same(pool.Rates, again.Rates)
            && pool.Fee == again.Fee && pool.Supply == again.Supply
            && pool.Definition.Equals(again.Definition)
            && bytes.AsSpan().SequenceEqual(Samples.Bytes(again.Write));
    }

    [Fact]
    public void Every_way_to_define_a_surface_survives_a_round_trip()
    {
        foreach (string text in new[] { Samples.Angles, Samples.Rotation, Samples.Eclp })
        {
            PoolFile pool = PoolFile.Parse(Encoding.UTF8.GetBytes(text));
            PoolFile again = PoolFile.Parse(Samples.Bytes(pool.Write));
            Assert.Equal(pool.Definition, again.Definition);
            Assert.Equal(pool.ToState().Invariant, again.ToState().Invariant);
        }
    }

    [Fact]
    public void Comments_trailing_commas_decimal_strings_a_byte_order_mark_and_carriage_returns_are_accepted()
    {
        string text = "\uFEFF" + Samples.Angles.Replace("1200", "/* a string */ \"1.2e3\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        PoolFile pool = PoolFile.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(1200, pool.Balances[0]);
    }

    [Fact]
    public void The_format_may_be_left_out_but_no_other_version_is_read()
    {
        Assert.NotNull(PoolFile.Parse(Encoding.UTF8.GetBytes(Samples.Angles.Replace("\"format\": \"myco-pool/1\",", "", StringComparison.Ordinal))));
        Refused("\"myco-pool/1\"", "¦\"myco-pool/2\"", "it must be myco-pool/1");
    }

    [Theory]
    [InlineData("\"kind\": \"ellipsoid\"", "\"kind\": ¦\"sphere\"", "kind is 'sphere'; it must be ellipsoid")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦1", "fee is 1; it must be at least 0 and below 1")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦-1e-9", "at least 0 and below 1")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦\"NaN\"", "fee is NaN")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦1e999", "fee is Infinity")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦\"1 \"", "fee must be a number, not '1 '")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦null", "fee must be a number, not null")]
    [InlineData("\"fee\": 0.001", "\"fee\": 0¦1", "not JSON: '1' cannot stand here")]
    [InlineData("\"fee\": 0.001", "¦\"fees\": 0.001", "'fees' is no key; remove it or mend its spelling: there are format, kind, assets,")]
    [InlineData("\"fee\": 0.001", "\"fee\": 0.001, ¦\"fee\": 0.002", "'fee' stands twice")]
    [InlineData("\"fee\": 0.001", "\"fee\": 0.001, ¦\"f\\u0065e\": 0.002", "'fee' stands twice")]
    [InlineData("\"fee\": 0.001", "\"supply\": ¦0", "must be above 0 and finite")]
    [InlineData("\"fee\": 0.001", "\"supply\": ¦null", "supply must be a number, not null")]
    [InlineData("\"fee\": 0.001", "\"rates\": ¦[1, 2]", "rates has 2 numbers; there must be 3")]
    [InlineData("\"fee\": 0.001", "\"rates\": ¦[]", "rates has 0 numbers; there must be 3")]
    [InlineData("\"fee\": 0.001", "\"rates\": [1, ¦0, 1]", "rates[1] is 0; it must be above 0")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦[[[[[[[[[1]]]]]]]]]", "must be a number, not an array")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", ¦\"A\"]", "assets[2] is 'A', as an asset before it")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", ¦\"\"]", "assets[2] is ''; it must have 1 to 64 characters")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", ¦\" B\", \"C\"]", "no blanks around them")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"€\", \"\U0001F344\", ¦3]", "assets[2] must be a text, not 3")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", ¦\"\\ud800\"]", "without its other half")]
    [InlineData("\"fee\": 0.001", "\"fee\": ¦\"\\udc00\"", "without its other half")]
    [InlineData("\"fee\": 0.001", "¦\"\\ud800\": 1", "without its other half")]
    [InlineData("\"assets\": [\"A\", \"B\", \"C\"],\n  \"stretch\": [", "\"assets\": [\"A\", \"B\"],\n  \"stretch\": ¦[", "stretch has 3 values; 2 assets need 2")]
    [InlineData("[\"A\", \"B\", \"C\"]", "¦[\"A\"]", "assets has 1 texts; there must be 2 to 64")]
    [InlineData("[0.1, 0.2, 0.3]", "¦[0.1, 0.2]", "3 assets need 3")]
    [InlineData("[0.1, 0.2, 0.3]", "[0.1, 0.2, 0.3], \"eclp\": ¦{\"alpha\": 1, \"beta\": 2, \"c\": 1, \"s\": 0, \"lambda\": 1}", "eclp stands beside angles; give exactly one")]
    [InlineData("\"angles\": [0.1, 0.2, 0.3]", "\"eclp\": {\"alpha\": 1, \"beta\": 2, \"c\": 1, \"s\": 0, ¦\"gamma\": 1, \"lambda\": 1}", "'gamma' is no key of eclp")]
    [InlineData("[1200, 900, 1100]", "[1200, 900, ¦-1]", "balances[2] is -1; it must be at least 0 and finite")]
    [InlineData("[1200, 900, 1100]", "[1200, 900, ¦true]", "must be a number, not true")]
    [InlineData("[1200, 900, 1100]", "¦{}", "balances must be an array of numbers, not an object")]
    public void What_is_wrong_is_refused_at_its_place(string good, string bad, string what) => Refused(good, bad, what);

    [Fact]
    public void What_is_missing_is_refused_where_it_should_stand() =>
        Refused("{\n  \"format\": \"myco-pool/1\",\n  \"kind\": \"ellipsoid\",", "¦{", "the document lacks 'kind'; add it");

    [Fact]
    public void A_surface_that_cannot_be_built_is_refused_at_the_key_at_fault()
    {
        Samples.Refused(bytes => PoolFile.Parse(bytes).ToState(), Samples.Damaged(Samples.Angles, "[2, 3, 1]", "¦[2, 0.5, 1]"), "stretch makes no surface: stretch[1] is 0.5");
        Samples.Refused(bytes => PoolFile.Parse(bytes).ToState(), Samples.Damaged(Samples.Angles, "[1200, 900, 1100]", "¦[0, 0, 0]"), "balances are no state");
        Samples.Refused(bytes => PoolFile.Parse(bytes).ToState(), Samples.Damaged(Samples.Eclp, "\"lambda\": 100", "\"lambda\": ¦1e9"), "eclp.lambda makes no surface");
    }

    [Fact]
    public void Parts_that_make_no_pool_are_refused_and_an_asset_that_is_none_has_no_rate()
    {
        SurfaceDefinition definition = Samples.Definition(2);
        PoolFile pool = new(["A", "B"], definition, [1, 1], [2, 3]);
        Assert.Equal(3, pool.RateOf(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.RateOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoolFile(["A", "B"], definition, [1, 1]).RateOf(-1));
        Assert.Throws<DocumentException>(() => new PoolFile([null!, "B"], definition, [1, 1]));
        Assert.Throws<DocumentException>(() => new PoolFile(["A", "B"], definition, [1, double.NaN]));
    }

    [Fact]
    public void Too_many_values_too_long_numbers_too_deep_nesting_and_too_long_files_are_refused()
    {
        string many = string.Join(", ", Enumerable.Repeat("1", 65));
        Refused("[1200, 900, 1100]", $"¦[{many}]", "balances has 65 numbers; there must be 3");
        Refused("[2, 3, 1]", $"¦[{many}]", "stretch has 65 numbers; there must be at most 64");
        Refused("1200", $"¦{new string('1', 1101)}", "at most 1100 characters");
        Refused("0.001", new string('[', 15) + "¦[", "nested deeper than 16 levels");
        Samples.Refused(bytes => PoolFile.Parse(bytes), (new string('[', 100), 1, 1), "must be one object");
        Samples.Refused(bytes => PoolFile.Parse(bytes), (Samples.Angles + new string(' ', 16 << 20), 0, 0), "more than 16777216 bytes");
        using MemoryStream endless = new(new byte[(16 << 20) + 1]);
        Assert.Throws<DocumentException>(() => PoolFile.Read(endless));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_line()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Samples.Angles);
        bytes[Array.LastIndexOf(bytes, (byte)'C')] = 0xFF;
        DocumentException exception = Assert.Throws<DocumentException>(() => PoolFile.Parse(bytes));
        Assert.Equal((4, 25), (exception.Line, exception.Column));
    }

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused_and_never_half_read()
    {
        foreach (string text in new[] { Samples.Angles, Samples.Rotation, Samples.Eclp })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text.TrimEnd());
            for (int length = 0; length < bytes.Length; length++)
            {
                Assert.Throws<DocumentException>(() => PoolFile.Parse(bytes.AsSpan(0, length)));
            }
        }
    }

    [Fact]
    public void Any_damage_is_refused_or_read_but_never_a_crash()
    {
        const int Seed = 20_240_701;
        Random random = new(Seed);
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(round % 2 == 0 ? Samples.Angles : Samples.Eclp);
            for (int hit = random.Next(1, 4); hit > 0; hit--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "{}[]\",:0-9eE./*\n"[random.Next(16)]);
            }

            try
            {
                PoolFile.Parse(bytes);
            }
            catch (DocumentException exception)
            {
                Assert.True(exception is { Line: >= 1 and <= 12, Column: >= 1 }, exception.Message);
                Samples.CheckLine(exception);
            }
        }
    }

    private static void Refused(string good, string bad, string what) =>
        Samples.Refused(bytes => PoolFile.Parse(bytes), Samples.Damaged(Samples.Angles, good, bad), what);
}
