using System.Globalization;
using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class UInt256TextTests
{
    [Fact]
    public void Text_is_that_of_BigInteger_and_reads_back()
    {
        Random random = new(1);
        foreach (BigInteger x in Numbers.Edges.Concat(Enumerable.Range(0, 10_000).Select(_ => Numbers.Draw(random))))
        {
            UInt256 a = Numbers.Unsigned(x);
            string text = x.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, a.ToString());
            Assert.Equal(text, a.ToString("X", null));
            Assert.Equal(a, UInt256.Parse(text));
            Assert.Equal(a, UInt256.Parse("000" + text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("١")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639936")]
    [InlineData("999999999999999999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("1000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_not_a_number_of_256_bits_is_refused(string text)
    {
        Assert.False(UInt256.TryParse(text, out UInt256 value));
        Assert.True(value.IsZero);
        FormatException error = Assert.Throws<FormatException>(() => UInt256.Parse(text));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("2^256 - 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_refused_with_its_beginning() =>
        Assert.True(Assert.Throws<FormatException>(() => UInt256.Parse(new string('9', 5000))).Message.Length < 250);

    [Fact]
    public void Too_short_a_place_is_told()
    {
        Assert.False(UInt256.MaxValue.TryFormat(new char[77], out _, default, null));
        char[] place = new char[78];
        Assert.True(UInt256.MaxValue.TryFormat(place, out int written, default, null));
        Assert.Equal(78, written);
        Assert.Equal(UInt256.MaxValue, UInt256.Parse(place));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        char[] place = new char[UInt256.MaximumDigits];
        AllocationAssert.None(() =>
        {
            Assert.True(UInt256.MaxValue.TryFormat(place, out int written, default, null));
            Assert.True(UInt256.TryParse(place.AsSpan(0, written), out _));
        });
    }
}
