using System.Globalization;
using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class Int256TextTests
{
    [Fact]
    public void Text_is_that_of_BigInteger_and_reads_back()
    {
        Random random = new(1);
        foreach (BigInteger x in Int256Tests.Edges.Concat(Enumerable.Range(0, 10_000).Select(_ => Numbers.DrawSigned(random))))
        {
            string text = x.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, Numbers.Signed(x).ToString());
            Assert.Equal(Numbers.Signed(x), Int256.Parse(text));
            char[] place = new char[text.Length];
            Assert.True(Numbers.Signed(x).TryFormat(place, out int written, default, null));
            Assert.Equal(text, new string(place, 0, written));
            Assert.False(Numbers.Signed(x).TryFormat(place.AsSpan(1), out _, default, null));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData("- 1")]
    [InlineData("57896044618658097711785492504343953926634992332820282019728792003956564819968")]
    [InlineData("-57896044618658097711785492504343953926634992332820282019728792003956564819969")]
    public void What_is_not_a_signed_number_of_256_bits_is_refused(string text)
    {
        Assert.False(Int256.TryParse(text, out Int256 value));
        Assert.True(value.IsZero);
        Assert.Contains("2^255 - 1", Assert.Throws<FormatException>(() => Int256.Parse(text)).Message, StringComparison.Ordinal);
    }
}
