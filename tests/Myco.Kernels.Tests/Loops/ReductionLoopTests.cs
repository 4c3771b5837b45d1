using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Loops;

/// <summary>ReductionLoop1 and ReductionLoop2 over an IReduction1 or IReduction2 (IReduction): the documented order of EightAccumulators, at every width and length.</summary>
public class ReductionLoopTests
{
    [Fact]
    public void The_documented_order_gives_the_bits_on_every_width()
    {
        for (int length = 0; length <= 256; length++)
        {
            using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, 1, 3));
            using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Spread(length, 2, 3));
            double sum = InOrder(x.Span, Ones(length));
            double dot = InOrder(x.Span, y.Span);
            EveryWidth.AssertSame(sum, () => ReductionLoop1.Run(default(Total), x.Span), $"sum of {length}");
            EveryWidth.AssertSame(dot, () => ReductionLoop2.Run(default(Total), x.Span, y.Span), $"dot of {length}");
        }
    }

    [Fact]
    public void The_order_differs_from_the_naive_one_or_this_test_says_nothing()
    {
        double[] x = Numbers.Spread(200, 1, 3);
        Assert.NotEqual(x.Sum(), InOrder(x, Ones(200)));
    }

    [Fact]
    public void The_identity_fills_no_element_even_in_the_tail()
    {
        // A kernel that would see a padding zero: the least of positive numbers.
        for (int length = 1; length <= 64; length++)
        {
            double[] x = [.. Enumerable.Range(1, length).Select(i => (double)i)];
            EveryWidth.AssertSame(1, () => ReductionLoop1.Run(default(Least), x), $"length {length}");
        }

        EveryWidth.AssertSame(double.PositiveInfinity, () => ReductionLoop1.Run(default(Least), []));
    }

    [Fact]
    public void Every_element_counts_once()
    {
        for (int length = 1; length <= 130; length++)
        {
            for (int at = 0; at < length; at++)
            {
                double[] x = new double[length];
                x[at] = 1;
                EveryWidth.AssertSame(1, () => ReductionLoop1.Run(default(Total), x), $"{at} of {length}");
            }
        }
    }

    [Fact]
    public void Different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => ReductionLoop2.Run(default(Total), new double[3], new double[4]));

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = new double[100];
        EveryWidth.Run(() => AllocationAssert.None(() => ReductionLoop2.Run(default(Total), x, x)));
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    // The documentation of ReductionLoop, written the slow way.
    private static double InOrder(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] groups = new double[32];
        int whole = x.Length / 8 * 8;
        for (int i = 0; i < whole; i++)
        {
            groups[i % 32] = Math.FusedMultiplyAdd(x[i], y[i], groups[i % 32]);
        }

        double[] lanes = new double[8];
        for (int lane = 0; lane < 8; lane++)
        {
            lanes[lane] = groups[lane] + groups[8 + lane] + (groups[16 + lane] + groups[24 + lane]);
        }

        for (int i = whole; i < x.Length; i++)
        {
            lanes[i - whole] = Math.FusedMultiplyAdd(x[i], y[i], lanes[i - whole]);
        }

        return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
    }

    private readonly struct Total : IReduction1, IReduction2
    {
        public double Identity => 0;

        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator += x;

        public void Accumulate<TLane>(ref TLane accumulator, TLane x, TLane y)
            where TLane : struct, ILane<TLane> => TLane.AddProduct(ref accumulator, x, y);

        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => first + second;
    }

    private readonly struct Least : IReduction1
    {
        public double Identity => double.PositiveInfinity;

        public void Accumulate<TLane>(ref TLane accumulator, TLane x)
            where TLane : struct, ILane<TLane> => accumulator = TLane.Min(accumulator, x);

        public TLane Combine<TLane>(TLane first, TLane second)
            where TLane : struct, ILane<TLane> => TLane.Min(first, second);
    }
}
