using System.Numerics;
using Myco.Engine.Deployment;
using Myco.Engine.Tests.Reserve;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Deployment;

public sealed class IntegerRoundingTests
{
    /// <summary>The bits behind the point that the exact numbers here are kept with.</summary>
    private const int Fraction = 1_200;

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 5e-324, 1)]
    [InlineData(1, -5e-324, 0)]
    [InlineData(-1, 0, 1)]
    [InlineData(-1, 1e-40, 0)]
    [InlineData(-1, -1e-40, 1)]
    [InlineData(0.75, 0, 0)]
    [InlineData(3, 0, 2)]
    [InlineData(4, -1e-17, 2)]
    [InlineData(4, 0, 3)]
    [InlineData(1e-300, 0, -996)]
    public void The_length_is_the_least_power_of_two_above(double high, double low, int length) =>
        Assert.Equal(length, IntegerRounding.Length((QuadDouble)high + low));

    [Fact]
    public void The_nearest_integer_is_that_of_the_exact_number_VsBigInteger()
    {
        Random random = new(17);
        for (int k = 0; k < 20_000; k++)
        {
            int exponent = random.Next(0, 160);
            double[] parts = [random.NextDouble() - 0.5, Math.ScaleB(1, -54) * (random.NextDouble() - 0.5), Math.ScaleB(1, -108) * (random.NextDouble() - 0.5)];
            QuadDouble value = parts.Aggregate(QuadDouble.Zero, (sum, part) => sum + part);
            BigInteger scaled = Exact(value.X0, exponent) + Exact(value.X1, exponent) + Exact(value.X2, exponent) + Exact(value.X3, exponent);
            BigInteger nearest = (scaled + (BigInteger.One << (Fraction - 1))) >> Fraction;
            Assert.Equal($"{nearest}", $"{IntegerRounding.Nearest(value, exponent)}");
        }
    }

    [Theory]
    [InlineData(0.5, 0, 1)]
    [InlineData(-0.5, 0, 0)]
    [InlineData(1.5, 0, 2)]
    [InlineData(0.5, -1e-30, 0)]
    [InlineData(0.5, -1e-18, 0)]
    public void Halves_go_up_and_what_is_a_little_less_goes_down(double high, double low, long nearest) =>
        Assert.Equal((Int256)nearest, IntegerRounding.Nearest((QuadDouble)high + low, 0));

    [Fact]
    public void An_integer_comes_back_with_its_first_206_bits()
    {
        Random random = new(18);
        for (int k = 0; k < 5_000; k++)
        {
            int bits = random.Next(1, 190);
            UInt256 magnitude = BigNumbers.Garbage(random) >> (256 - bits);
            Int256 value = random.Next(2) == 0 ? new Int256(magnitude) : Int256.WrappingNegate(new Int256(magnitude));
            Assert.Equal(value, IntegerRounding.Nearest(IntegerRounding.ToQuadDouble(value), 0));
        }
    }

    private static BigInteger Exact(double part, int exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(part);
        int biased = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
        int shift = Math.Max(biased, 1) - 1_075 + exponent + Fraction;
        BigInteger scaled = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -scaled : scaled;
    }
}
