using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using static Myco.Kernels.Exact.Tests.FixedPoint.WordDraw;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class NewtonSquareRootTests
{
    private static readonly BigInteger One = BigInteger.Pow(10, 18);
    private static readonly BigInteger Modulus = BigInteger.One << 256;

    [Fact]
    public void Equals_seven_steps_in_big_integers()
    {
        var random = new Random(11);
        int floors = 0;
        for (int i = 0; i < 40_000; i++)
        {
            UInt256 value = Unsigned(random);
            floors += AssertEqual(value) ? 1 : 0;
        }

        Assert.InRange(floors, 10_000, 39_000);
    }

    [Fact]
    public void Equals_seven_steps_next_to_squares_where_the_steps_alternate()
    {
        // value·10¹⁸ = m² − 1 for m = ±1 modulo 2¹⁸ and modulo 5¹⁸, and its neighbours.
        var random = new Random(12);
        BigInteger two = BigInteger.Pow(2, 18), five = BigInteger.Pow(5, 18);
        BigInteger mixed = (1 + (two * ((five - 2) * BigInteger.ModPow(two, (4 * BigInteger.Pow(5, 17)) - 1, five) % five))) % One;
        BigInteger[] residues = [1, One - 1, mixed, One - mixed];
        int alternating = 0;
        for (int i = 0; i < 4000; i++)
        {
            BigInteger m = residues[i & 3] + (One * (BigInteger)random.NextInt64(1, 1L << random.Next(1, 35)));
            Assert.True(((m * m) - 1) % One == 0);
            BigInteger value = ((m * m) - 1) / One;
            for (int step = -1; step <= 1; step++)
            {
                alternating += AssertEqual(UInt256.Parse((value + step).ToString())) ? 0 : 1;
            }
        }

        Assert.True(alternating > 100, $"{alternating} roots are not the floor");
    }

    [Fact]
    public void Every_decade_and_its_neighbours()
    {
        for (int decade = 0; decade <= 60; decade++)
        {
            for (int step = -2; step <= 2; step++)
            {
                AssertEqual(UInt256.Parse(BigInteger.Max(0, BigInteger.Pow(10, decade) + step).ToString()));
            }
        }

        for (ulong value = 0; value < 3000; value++)
        {
            AssertEqual(value);
        }
    }

    [Fact]
    public void Overflow_is_refused_or_wraps_into_a_failed_check()
    {
        BigInteger largest = (Modulus - 1) / One;
        Fault fits = default, overflow = default, wrapped = default;
        NewtonSquareRoot.Root(UInt256.Parse(largest.ToString()), ref fits);
        NewtonSquareRoot.Root(UInt256.Parse((largest + 1).ToString()), ref overflow);
        NewtonSquareRoot.WrappingRoot(UInt256.Parse((largest + 1).ToString()), ref wrapped);
        Assert.Equal(ArithmeticFault.None, fits.Arithmetic);
        Assert.Equal(ArithmeticFault.MultiplicationOverflow, overflow.Arithmetic);
        Assert.Equal(ArithmeticFault.SquareRootFailed, wrapped.Arithmetic);
    }

    [Fact]
    public void Allocates_nothing() => AllocationAssert.None(static () =>
    {
        Fault fault = default;
        NewtonSquareRoot.Root((UInt256)123_456_789UL, ref fault);
        NewtonSquareRoot.Root(new UInt256(1, 2, 3, 0), ref fault);
        NewtonSquareRoot.Root(new UInt256(1, 2, 0, 0), ref fault);
    });

    private static bool AssertEqual(in UInt256 value)
    {
        Fault fault = default;
        UInt256 root = NewtonSquareRoot.Root(value, ref fault);
        (BigInteger expected, ArithmeticFault refusal) = Restated(Big(value));
        Assert.Equal(refusal, fault.Arithmetic);
        if (refusal != ArithmeticFault.None)
        {
            return false;
        }

        Assert.Equal(expected, Big(root));
        if (value.FitsUInt128)
        {
            Assert.Equal(root, (UInt256)NewtonSquareRoot.Root(value.Low, ref fault));
        }

        BigInteger scaled = Big(value) * One;
        return expected * expected <= scaled && (expected + 1) * (expected + 1) > scaled;
    }

    /// <summary>Spec/04-onchain-math.md §1.2, straight down.</summary>
    private static (BigInteger Root, ArithmeticFault Refusal) Restated(BigInteger value)
    {
        if (value.IsZero)
        {
            return (0, ArithmeticFault.None);
        }

        if (value * One >= Modulus)
        {
            return (0, ArithmeticFault.MultiplicationOverflow);
        }

        BigInteger guess = FirstGuess(value);
        for (int step = 0; step < 7; step++)
        {
            guess = (guess + (value * One / guess)) / 2;
        }

        BigInteger tolerance = ((guess * 5) + One - 1) / One, square = guess * guess / One;
        bool holds = square <= value + tolerance && square >= value - tolerance;
        return (guess, holds ? ArithmeticFault.None : ArithmeticFault.SquareRootFailed);
    }

    private static BigInteger FirstGuess(BigInteger value)
    {
        if (value >= One)
        {
            return One << ((int)((value / One).GetBitLength() - 1) / 2);
        }

        for (int j = 1; j <= 17; j++)
        {
            if (value <= BigInteger.Pow(10, j))
            {
                return FloorRoot(BigInteger.Pow(10, j + 18));
            }
        }

        return value;
    }

    private static BigInteger FloorRoot(BigInteger value)
    {
        BigInteger root = (BigInteger)Math.Sqrt((double)value);
        while (root * root > value)
        {
            root--;
        }

        while ((root + 1) * (root + 1) <= value)
        {
            root++;
        }

        return root;
    }
}
