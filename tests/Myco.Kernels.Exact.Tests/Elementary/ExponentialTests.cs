using System.Numerics;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Elementary;

/// <summary>Exponential on the powers of PowersOfE, against the contract's own steps in integers of any length.</summary>
public sealed class ExponentialTests
{
    [Fact]
    public void It_equals_the_reference_over_the_whole_range()
    {
        var random = new Random(21);
        for (int i = 0; i < 40_000; i++)
        {
            BigInteger exponent = (BigInteger)(((random.NextDouble() * 171) - 41) * 1e18) + random.Next(-99, 100);
            if (i % 3 == 0)
            {
                exponent = (BigInteger)((random.NextDouble() - 0.5) * 1e18);
            }

            Check(BigInteger.Min(BigInteger.Max(exponent, -41 * ReferencePowers.One18), 130 * ReferencePowers.One18));
        }
    }

    [Fact]
    public void It_equals_the_reference_at_every_quarter_and_next_to_it()
    {
        for (int quarter = -164; quarter <= 520; quarter++)
        {
            for (int step = -2; step <= 2; step++)
            {
                BigInteger exponent = (ReferencePowers.One18 * quarter / 4) + step;
                if (exponent >= -41 * ReferencePowers.One18 && exponent <= 130 * ReferencePowers.One18)
                {
                    Check(exponent);
                }
            }
        }
    }

    [Fact]
    public void It_is_the_exponential()
    {
        var random = new Random(22);
        for (int i = 0; i < 10_000; i++)
        {
            BigInteger exponent = (BigInteger)(random.NextDouble() * 130e18);
            Fault fault = default;
            double found = double.Parse(Exponential.Of(Draws.SignedWord(exponent), ref fault).ToString()) / 1e18;
            double exact = Math.Exp((double)exponent / 1e18);
            Assert.InRange(found / exact, 1 - 1e-12, 1 + 1e-12);
        }
    }

    [Theory]
    [InlineData("-41000000000000000001", true)]
    [InlineData("-41000000000000000000", false)]
    [InlineData("130000000000000000000", false)]
    [InlineData("130000000000000000001", true)]
    [InlineData("-57896044618658097711785492504343953926634992332820282019728792003956564819968", true)]
    [InlineData("57896044618658097711785492504343953926634992332820282019728792003956564819967", true)]
    public void Its_argument_lies_from_minus_41_to_130(string exponent, bool refused)
    {
        Fault fault = default;
        UInt256 found = Exponential.Of(Int256.Parse(exponent), ref fault);
        Assert.Equal(refused ? ArithmeticFault.InvalidExponent : ArithmeticFault.None, fault.Arithmetic);
        Assert.Equal(refused, found.IsZero);
    }

    private static void Check(BigInteger exponent)
    {
        Fault fault = default;
        Assert.Equal(ReferencePowers.Exp(exponent).ToString(), Exponential.Of(Draws.SignedWord(exponent), ref fault).ToString());
        Assert.False(fault.IsRaised);
    }
}
