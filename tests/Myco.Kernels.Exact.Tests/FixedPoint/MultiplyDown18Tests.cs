using System.Numerics;
using System.Runtime.InteropServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class MultiplyDown18Tests
{
    private static readonly BigInteger N = BigInteger.Pow(10, 18);

    [Fact]
    public void Every_length_gives_the_bits_of_one_at_a_time()
    {
        Random random = new(1);
        for (int length = 0; length <= 256; length++)
        {
            for (int kind = 0; kind < 4; kind++)
            {
                UInt256[] left = Draw(random, length, kind), right = Draw(random, length, kind);
                CheckAgainstOneAtATime(left, right);
            }
        }
    }

    /// <summary>The estimated quotient is one too small only beside multiples of 10¹⁸.</summary>
    [Fact]
    public void Products_beside_multiples_are_those_of_BigInteger()
    {
        Random random = new(2);
        for (int i = 0; i < 5_000; i++)
        {
            UInt256[] left = new UInt256[8], right = new UInt256[8];
            for (int e = 0; e < 8; e++)
            {
                BigInteger whole = (Numbers.Draw(random) & (BigInteger)UInt128.MaxValue) / N * N;
                left[e] = Numbers.Unsigned(BigInteger.Max(0, whole + random.Next(-1, 2)));
                right[e] = Numbers.Unsigned((Numbers.Draw(random) & (BigInteger)UInt128.MaxValue) >> random.Next(128));
            }

            CheckAgainstOneAtATime(left, right);
        }
    }

    [Fact]
    public void Result_may_be_an_operand_itself()
    {
        Random random = new(3);
        foreach (bool eight in Choices())
        {
            using IDisposable forced = LaneChoice.Force(eight);
            for (int length = 0; length < 40; length++)
            {
                UInt256[] left = Draw(random, length, 3), right = Draw(random, length, 3), expected = new UInt256[length];
                ArithmeticFault[] faults = new ArithmeticFault[length];
                Decimal18.MultiplyDown(left, right, expected, faults);
                UInt256[] onLeft = [.. left], onRight = [.. right];
                Decimal18.MultiplyDown(onLeft, right, onLeft, faults);
                Decimal18.MultiplyDown(left, onRight, onRight, faults);
                Assert.Equal(expected, onLeft);
                Assert.Equal(expected, onRight);
            }
        }
    }

    [Fact]
    public void Nothing_beyond_the_spans_is_touched_wherever_they_lie()
    {
        Random random = new(4);
        foreach (bool eight in Choices())
        {
            using IDisposable forced = LaneChoice.Force(eight);
            for (int length = 0; length <= 33; length++)
            {
                using GuardedMemory a = GuardedMemory.EndingAtGuard(4 * length), b = GuardedMemory.StartingAtGuard(4 * length);
                using GuardedMemory result = GuardedMemory.EndingAtGuard(4 * length), statuses = GuardedMemory.EndingAtGuard((length + 7) / 8);
                Span<UInt256> left = MemoryMarshal.Cast<double, UInt256>(a.Span), right = MemoryMarshal.Cast<double, UInt256>(b.Span);
                Span<ArithmeticFault> faults = MemoryMarshal.Cast<double, ArithmeticFault>(statuses.Span)[^length..];
                Draw(random, length, 0).CopyTo(left);
                Draw(random, length, 3).CopyTo(right);
                Decimal18.MultiplyDown(left, right, MemoryMarshal.Cast<double, UInt256>(result.Span), faults);
            }
        }
    }

    [Fact]
    public void Spans_that_do_not_fit_are_refused()
    {
        UInt256[] numbers = new UInt256[9];
        ArithmeticFault[] faults = new ArithmeticFault[8];
        Assert.Throws<ArgumentException>(() => Decimal18.MultiplyDown(numbers.AsSpan(1), numbers.AsSpan(1), numbers.AsSpan(0, 8), faults));
        Assert.Throws<ArgumentException>(() => Decimal18.MultiplyDown(numbers.AsSpan(0, 8), numbers.AsSpan(0, 7), numbers.AsSpan(0, 8), faults));
        Assert.Throws<ArgumentException>(() => Decimal18.MultiplyDown(numbers, numbers, numbers, faults));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        UInt256[] left = Draw(new(5), 100, 0), result = new UInt256[100];
        ArithmeticFault[] faults = new ArithmeticFault[100];
        AllocationAssert.None(() => Decimal18.MultiplyDown(left, left, result, faults));
    }

    private static void CheckAgainstOneAtATime(UInt256[] left, UInt256[] right)
    {
        foreach (bool eight in Choices())
        {
            using IDisposable forced = LaneChoice.Force(eight);
            UInt256[] result = new UInt256[left.Length];
            ArithmeticFault[] faults = [.. Enumerable.Repeat(ArithmeticFault.InvalidExponent, left.Length)];
            Decimal18.MultiplyDown(left, right, result, faults);
            for (int i = 0; i < left.Length; i++)
            {
                BigInteger product = Numbers.Big(left[i]) * Numbers.Big(right[i]);
                bool fits = product < Numbers.Modulus;
                Assert.Equal(fits ? product / N : 0, Numbers.Big(result[i]));
                Assert.Equal(fits ? ArithmeticFault.None : ArithmeticFault.MultiplicationOverflow, faults[i]);
            }
        }
    }

    /// <summary>0: below 2¹²⁸; 1: below 2¹⁰⁴; 2: at the limits of both; 3: any size, overflows among them.</summary>
    private static UInt256[] Draw(Random random, int length, int kind) => [.. Enumerable.Range(0, length).Select(_ => Numbers.Unsigned(kind switch
    {
        0 => Numbers.Draw(random) & (BigInteger)UInt128.MaxValue,
        1 => Numbers.Draw(random) & ((BigInteger.One << 104) - 1),
        2 => (BigInteger.One << (random.Next(2) == 0 ? 104 : 128)) - 1 - random.Next(2),
        _ => random.Next(20) == 0 ? Numbers.Draw(random) : Numbers.Draw(random) & (BigInteger)UInt128.MaxValue,
    }))];

    private static IEnumerable<bool> Choices() => LaneChoice.IsEightSupported ? [false, true] : [false];
}
