using System.Numerics;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Elementary;

/// <summary>Logarithm, whose divisions are a WordDivisor's, against the contract's own steps in integers of any length.</summary>
public sealed class LogarithmTests
{
    private const ulong One18 = 1_000_000_000_000_000_000;

    [Fact]
    public void It_equals_the_reference_over_the_whole_range()
    {
        var random = new Random(11);
        for (int i = 0; i < 40_000; i++)
        {
            BigInteger value = Draws.Positive(random);
            Fault fault = default;
            Assert.Equal(ReferencePowers.Ln(value).ToString(), Logarithm.Natural(Draws.SignedWord(value), ref fault).ToString());
            Assert.False(fault.IsRaised);
        }
    }

    [Fact]
    public void To_a_base_it_equals_the_reference()
    {
        var random = new Random(12);
        for (int i = 0; i < 10_000; i++)
        {
            BigInteger value = Draws.Positive(random), radix = Draws.Positive(random);
            if (radix == ReferencePowers.One18 || ReferencePowers.Ln(radix).IsZero)
            {
                continue;
            }

            Fault fault = default;
            Int256 found = Logarithm.ToBase(Draws.SignedWord(value), Draws.SignedWord(radix), ref fault);
            Assert.Equal(ReferencePowers.Log(value, radix).ToString(), found.ToString());
            Assert.False(fault.IsRaised);
        }
    }

    [Fact]
    public void It_is_the_logarithm()
    {
        var random = new Random(13);
        for (int i = 0; i < 10_000; i++)
        {
            double exact = (random.NextDouble() * 120) - 35;
            BigInteger value = (BigInteger)(Math.Exp(exact) * 1e18);
            Fault fault = default;
            double found = double.Parse(Logarithm.Natural(Draws.SignedWord(value), ref fault).ToString()) / 1e18;
            Assert.InRange(found, Math.Log((double)value / 1e18) - 1e-13, Math.Log((double)value / 1e18) + 1e-13);
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void The_series_changes_just_outside_a_tenth_from_one(int tenths)
    {
        for (int step = -3; step <= 3; step++)
        {
            BigInteger value = (ReferencePowers.One18 * tenths / 10) + step;
            Fault fault = default;
            Assert.Equal(tenths == 9 ? step > 0 : step < 0, Logarithm.IsNearOne(Draws.Word(value)));
            Assert.Equal(ReferencePowers.Ln(value).ToString(), Logarithm.Natural(Draws.SignedWord(value), ref fault).ToString());
        }
    }

    [Fact]
    public void Of_zero_and_below_there_is_none()
    {
        Assert.Equal(ArithmeticFault.LogarithmOutOfBounds, Natural(Int256.Zero));
        Assert.Equal(ArithmeticFault.LogarithmOutOfBounds, Natural(-1L));
        Assert.Equal(ArithmeticFault.LogarithmOutOfBounds, Natural(Int256.MinValue));
        Assert.Equal(ArithmeticFault.None, Natural(Int256.One));
        Assert.Equal(ArithmeticFault.None, Natural(Int256.MaxValue));
    }

    [Fact]
    public void To_a_base_zero_and_the_base_one_divide_by_zero()
    {
        Int256 two = 2 * (long)One18, one = (long)One18;
        Assert.Equal(ArithmeticFault.DivisionByZero, ToBase(two, one));
        Assert.Equal(ArithmeticFault.DivisionByZero, ToBase(two, Int256.Zero));
        Assert.Equal(ArithmeticFault.DivisionByZero, ToBase(Int256.Zero, two));
        Assert.Equal(ArithmeticFault.DivisionByZero, ToBase(Int256.MinValue, two));
        Assert.Equal(ArithmeticFault.LogarithmOutOfBounds, ToBase(-5L, two));
        Assert.Equal(ArithmeticFault.None, ToBase(one, two));
    }

    private static ArithmeticFault Natural(Int256 value)
    {
        Fault fault = default;
        _ = Logarithm.Natural(value, ref fault);
        return fault.Arithmetic;
    }

    private static ArithmeticFault ToBase(Int256 value, Int256 radix)
    {
        Fault fault = default;
        _ = Logarithm.ToBase(value, radix, ref fault);
        return fault.Arithmetic;
    }
}
