using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Tests.Elementary;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public sealed class Decimal18RatioTests
{
    [Fact]
    public void It_is_the_quotient_rounded_up_for_numbers_of_any_size()
    {
        var random = new Random(51);
        int below = 0;
        for (int i = 0; i < 100_000; i++)
        {
            UInt256 whole = Draws.Word(Draws.Bits(random, i % 4 == 0 ? 256 : 128));
            UInt256 part = (i % 3) switch { 0 => Draws.Word(Draws.Bits(random, 256)), 1 => whole, _ => whole >> random.Next(8) };
            part = i % 5 == 0 ? UInt256.WrappingMultiply(part, (ulong)random.Next(1, 40)) : part;
            Fault found = default, expected = default;
            Assert.Equal(Decimal18.DivideUp(part, whole, ref expected), Decimal18Ratio.Up(part, whole, ref found));
            Assert.Equal(expected.Code, found.Code);
            below += part <= whole ? 1 : 0;
        }

        Assert.True(below > 10_000);
    }

    [Theory]
    [InlineData(127, 0)]
    [InlineData(127, 60)]
    [InlineData(100, 30)]
    [InlineData(10, 5)]
    [InlineData(4, 0)]
    [InlineData(3, 0)]
    public void Powers_of_two_far_apart_keep_all_their_bits(int part, int whole)
    {
        Fault fault = default;
        Assert.Equal((UInt256)1_000_000_000_000_000_000UL << (part - whole), Decimal18Ratio.Up(UInt256.One << part, UInt256.One << whole, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void A_divisor_of_zero_is_refused()
    {
        Fault fault = default;
        _ = Decimal18Ratio.Up(0, 0, ref fault);
        Assert.Equal(ArithmeticFault.ZeroDivision, fault.Arithmetic);
    }
}
