using System.Numerics;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Elementary;

public sealed class PowerTests
{
    private const ulong One18 = 1_000_000_000_000_000_000;
    private static readonly UInt256 Bound = UInt256.Parse("289480223093290488558927462521719769633174961664101410098");

    [Fact]
    public void It_equals_the_reference_or_both_refuse()
    {
        var random = new Random(31);
        int refused = 0;
        for (int i = 0; i < 60_000; i++)
        {
            BigInteger value = Draws.Positive(random), exponent = Draws.Exponent(random);
            Fault fault = default;
            UInt256 found = Power.Raise(Draws.Word(value), Draws.Word(exponent), ref fault);
            BigInteger? expected = ReferencePowers.Pow(value, exponent);
            Assert.Equal(expected is null ? ArithmeticFault.ProductOutOfBounds : ArithmeticFault.None, fault.Arithmetic);
            Assert.Equal((expected ?? 0).ToString(), found.ToString());
            refused += expected is null ? 1 : 0;
        }

        Assert.InRange(refused, 5_000, 40_000);
    }

    [Fact]
    public void The_exponent_zero_comes_before_the_value_zero()
    {
        Assert.Equal(((UInt256)One18, ArithmeticFault.None), Raise(0, 0));
        Assert.Equal((UInt256.Zero, ArithmeticFault.None), Raise(0, One18));
        Assert.Equal(((UInt256)One18, ArithmeticFault.None), Raise(UInt256.MaxValue, 0));
        Assert.Equal((UInt256.Zero, ArithmeticFault.None), Raise(0, UInt256.MaxValue));
    }

    [Fact]
    public void The_base_is_judged_before_the_exponent_and_both_before_the_product()
    {
        UInt256 limit = UInt256.One << 255, below = UInt256.WrappingSubtract(limit, 1);
        Assert.Equal(ArithmeticFault.BaseOutOfBounds, Raise(limit, Bound).Fault);
        Assert.Equal(ArithmeticFault.ExponentOutOfBounds, Raise(below, Bound).Fault);
        Assert.Equal(ArithmeticFault.ProductOutOfBounds, Raise(below, UInt256.WrappingSubtract(Bound, 1)).Fault);
        Assert.Equal(ArithmeticFault.ProductOutOfBounds, Raise(1, One18).Fault);
        Assert.Equal(ArithmeticFault.None, Raise(below, One18 / 2).Fault);
    }

    [Fact]
    public void Any_words_end_in_a_number_or_a_fault()
    {
        var random = new Random(32);
        for (int i = 0; i < 20_000; i++)
        {
            Fault fault = default;
            UInt256 found = Power.Raise(Draws.Word(Draws.Bits(random, 256)), Draws.Word(Draws.Bits(random, 256)), ref fault);
            Assert.True(!fault.IsRaised || found.IsZero);
        }
    }

    [Fact]
    public void It_allocates_nothing()
    {
        UInt256 value = 1_234_567_890_123_456_789UL, near = 1_012_345_678_901_234_567UL, huge = UInt256.One << 250, small = 12345;
        UInt256 exponent = 428_571_428_571_428_571UL;
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            for (int i = 0; i < 1000; i++)
            {
                _ = Power.Raise(value, exponent, ref fault);
                _ = Power.Raise(near, exponent, ref fault);
                _ = Power.Raise(huge, exponent, ref fault);
                _ = Power.Raise(small, exponent, ref fault);
            }

            Assert.False(fault.IsRaised);
        });
    }

    private static (UInt256 Power, ArithmeticFault Fault) Raise(UInt256 value, UInt256 exponent)
    {
        Fault fault = default;
        UInt256 power = Power.Raise(value, exponent, ref fault);
        return (power, fault.Arithmetic);
    }
}
