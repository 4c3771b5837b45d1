using System.Globalization;
using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class Binary64Tests
{
    [Fact]
    public void To_binary64_is_correctly_rounded()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            BigInteger x = random.Next(3) == 0 ? Tie(random) : Numbers.Draw(random);

            // Reading decimal digits rounds correctly; the conversion of BigInteger cuts.
            Bits.AssertSame(double.Parse(x.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Numbers.Unsigned(x).ToDouble());
            Int256 signed = Numbers.Signed(-(x >> 1));
            Bits.AssertSame(
                double.Parse((-(x >> 1)).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0, signed.ToDouble() + 0.0);
        }
    }

    [Fact]
    public void From_binary64_is_the_floor()
    {
        Random random = new(2);
        for (int i = 0; i < 100_000; i++)
        {
            double x = Math.ScaleB(1 + random.NextDouble(), random.Next(-3, 256));
            Assert.True(UInt256.TryFromDouble(x, out UInt256 got));
            Assert.Equal(new BigInteger(Math.Floor(x)), Numbers.Big(got));
        }
    }

    [Theory]
    [InlineData(-1.0, false)]
    [InlineData(-double.Epsilon, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(1.157920892373161954235709850086879e77, false)]
    [InlineData(1.1579208923731618e77, true)]
    [InlineData(-0.0, true)]
    [InlineData(0.999, true)]
    [InlineData(1.0, true)]
    public void What_has_no_floor_of_256_bits_is_refused(double value, bool accepted)
    {
        Assert.Equal(accepted, UInt256.TryFromDouble(value, out UInt256 got));
        Assert.Equal(accepted ? new BigInteger(Math.Floor(value)) : 0, Numbers.Big(got));
    }

    /// <summary>Halfway between two numbers of 53 bits, or one unit beside.</summary>
    private static BigInteger Tie(Random random)
    {
        int shift = random.Next(2, 203);
        BigInteger half = (((BigInteger)random.NextInt64(1L << 52, 1L << 53) * 2) + 1) << (shift - 1);
        return half + random.Next(-1, 2);
    }
}
