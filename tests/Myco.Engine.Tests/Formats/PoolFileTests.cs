using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Formats;

/// <summary>PoolFile there and back by DocumentWriter and JsonCursor: DocumentHead and SurfaceFields in every form, DocumentBytes within their limits, each fault with its line.</summary>
public sealed class PoolFileTests
{
    [Fact]
    public void What_is_written_reads_back_to_the_same_bits_and_the_same_bytes()
    {
        // Any finite numbers will do: the file holds what it is given, the surface judges it later.
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), values =>
        {
            double[] balances = [.. Enumerable.Range(0, 3).Select(i => i < values.Length ? Math.Abs(values[i].Item) : i)];
            PoolFile pool = new(["A", "B \"quoted\"", "Ç€"], Samples.Definition(3), balances, [1, 1e-300, double.MaxValue], 0.1 + 0.2, 5e-324);
            byte[] bytes = Samples.Bytes(pool.Write);
            PoolFile again = PoolFile.Parse(bytes);
            return pool.Assets.SequenceEqual(again.Assets)
                && Bits.Same(pool.Balances, again.Balances) && Bits.Same(pool.Rates, again.Rates)
                && pool.Fee == again.Fee && pool.Supply == again.Supply
                && Bits.Same(pool.Definition.Angles, again.Definition.Angles)
                && bytes.AsSpan().SequenceEqual(Samples.Bytes(again.Write));
        }).Check(Samples.Seeded);
    }

    [Fact]
    public void Every_way_to_define_a_surface_survives_a_round_trip()
    {
        foreach (string text in new[] { Samples.Angles, Samples.Rotation, Samples.Eclp })
        {
            PoolFile pool = PoolFile.Parse(Encoding.UTF8.GetBytes(text));
            PoolFile again = PoolFile.Parse(Samples.Bytes(pool.Write));
            Assert.Equal(pool.Definition.Form, again.Definition.Form);
            Assert.Equal(pool.Definition.Eclp, again.Definition.Eclp);
            Bits.AssertSame(pool.Definition.Rotation, again.Definition.Rotation);
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
        Samples.Refused(2, "known is only 'myco-pool/1'", Samples.Angles.Replace("pool/1", "pool/2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"kind\": \"ellipsoid\"", "\"kind\": \"sphere\"", 3, "known is only 'ellipsoid'")]
    [InlineData("\"kind\": \"ellipsoid\",", "", 1, "'kind' is missing")]
    [InlineData("\"fee\": 0.001", "\"fee\": 1", 10, "at least 0 and below 1")]
    [InlineData("\"fee\": 0.001", "\"fee\": -1e-9", 10, "at least 0 and below 1")]
    [InlineData("\"fee\": 0.001", "\"fee\": \"NaN\"", 10, "no finite number")]
    [InlineData("\"fee\": 0.001", "\"fee\": 1e999", 10, "no finite number")]
    [InlineData("\"fee\": 0.001", "\"fee\": 01", 10, "not JSON")]
    [InlineData("\"fee\": 0.001", "\"fees\": 0.001", 10, "is no key")]
    [InlineData("\"fee\": 0.001", "\"fee\": 0.001, \"fee\": 0.002", 10, "stands twice")]
    [InlineData("\"fee\": 0.001", "\"supply\": 0", 10, "must be above 0")]
    [InlineData("\"fee\": 0.001", "\"rates\": [1, 2]", 10, "2 values for 3 assets")]
    [InlineData("\"fee\": 0.001", "\"rates\": []", 10, "0 values for 3 assets")]
    [InlineData("\"fee\": 0.001", "\"rates\": [1, 0, 1]", 10, "'rates' of B is 0")]
    [InlineData("\"fee\": 0.001", "\"fee\": [[[[[[[[[1]]]]]]]]]", 10, "must hold numbers")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", \"A\"]", 4, "names 'A' twice")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", \"\"]", 4, "is empty")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", 3]", 4, "a string must stand")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\", \"\\ud800\"]", 4, "without its other half")]
    [InlineData("\"fee\": 0.001", "\"fee\": \"\\udc00\"", 10, "without its other half")]
    [InlineData("\"fee\": 0.001", "\"\\ud800\": 1", 10, "without its other half")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\", \"B\"]", 5, "3 values for 2 assets")]
    [InlineData("[\"A\", \"B\", \"C\"]", "[\"A\"]", 5, "2 to 64")]
    [InlineData("[0.1, 0.2, 0.3]", "[0.1, 0.2]", 6, "3 assets need 3")]
    [InlineData("[0.1, 0.2, 0.3]", "[0.1, 0.2, 0.3], \"eclp\": {\"alpha\": 1, \"beta\": 2, \"c\": 1, \"s\": 0, \"lambda\": 1}", 6, "exactly one")]
    [InlineData("[1200, 900, 1100]", "[1200, 900, -1]", 9, "'balances' of C is -1")]
    [InlineData("[1200, 900, 1100]", "[1200, 900, true]", 9, "must hold numbers, not true")]
    [InlineData("[1200, 900, 1100]", "{}", 9, "must be an array")]
    public void What_is_wrong_is_refused_with_its_line(string good, string bad, int line, string what)
    {
        Assert.Contains(good, Samples.Angles, StringComparison.Ordinal);
        Samples.Refused(line, what, Samples.Angles.Replace(good, bad, StringComparison.Ordinal));
    }

    [Fact]
    public void A_surface_that_cannot_be_built_is_refused_at_the_key_at_fault()
    {
        DocumentException stretch = Assert.Throws<DocumentException>(() =>
            PoolFile.Parse(Encoding.UTF8.GetBytes(Samples.Angles.Replace("[2, 3, 1]", "[2, 0.5, 1]", StringComparison.Ordinal))).ToState());
        Assert.Equal(5, stretch.Line);
        DocumentException balances = Assert.Throws<DocumentException>(() =>
            PoolFile.Parse(Encoding.UTF8.GetBytes(Samples.Angles.Replace("1200, 900, 1100", "0, 0, 0", StringComparison.Ordinal))).ToState());
        Assert.Equal(9, balances.Line);
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
        Samples.Refused(9, "more than 64 values", Samples.Angles.Replace("1200, 900, 1100", many, StringComparison.Ordinal));
        Samples.Refused(9, "at most 1100 characters", Samples.Angles.Replace("1200", new string('1', 1101), StringComparison.Ordinal));
        Samples.Refused(1, "must be one object", new string('[', 100));
        Samples.Refused(0, "more than 16777216 bytes", Samples.Angles + new string(' ', 16 << 20));
        using MemoryStream endless = new(new byte[(16 << 20) + 1]);
        Assert.Throws<DocumentException>(() => PoolFile.Read(endless));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_line()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Samples.Angles);
        bytes[Array.LastIndexOf(bytes, (byte)'C')] = 0xFF;
        DocumentException exception = Assert.Throws<DocumentException>(() => PoolFile.Parse(bytes));
        Assert.Equal(4, exception.Line);
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
                Assert.True(exception.Line <= 12 && exception.Message.Length < 400, exception.Message);
            }
        }
    }
}
