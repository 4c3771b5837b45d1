using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Loops;

/// <summary>MapLoop1 and MapLoop2 over an IMap1 or IMap2: the scalar formula at every length, within its memory; SpanGuard refuses the rest.</summary>
public class MapLoopTests
{
    private delegate void Loop(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination);

    private static readonly (Loop Loop, int Inputs)[] Loops =
    [
        ((x, _, d) => MapLoop1.Run(new Formula(3), x, d), 1),
        ((x, y, d) => MapLoop2.Run(new Formula(3), x, y, d), 2),
    ];

    [Fact]
    public void Every_length_on_every_width_is_the_scalar_formula_and_stays_inside_its_memory()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 1));
                using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Uniform(length, 2));
                foreach ((Loop loop, int inputs) in Loops)
                {
                    using GuardedMemory late = GuardedMemory.EndingAtGuard(length);
                    using GuardedMemory early = GuardedMemory.StartingAtGuard(length);
                    loop(x.Span, y.Span, late.Span);
                    loop(x.Span, y.Span, early.Span);
                    double[] expected = Expected(x.Span, y.Span, inputs);
                    Bits.AssertSame(expected, late.Span, $"{inputs} inputs, length {length}, width {LaneWidth.Current}");
                    Bits.AssertSame(expected, early.Span);
                }
            }
        });
    }

    [Fact]
    public void The_destination_may_be_any_input()
    {
        EveryWidth.Run(() =>
        {
            foreach (int length in new[] { 1, 7, 8, 31, 32, 33, 100 })
            {
                foreach ((Loop loop, int inputs) in Loops)
                {
                    for (int aliased = 0; aliased < inputs; aliased++)
                    {
                        double[][] data = [Numbers.Uniform(length, 1), Numbers.Uniform(length, 2)];
                        double[] expected = Expected(data[0], data[1], inputs);
                        loop(data[0], data[1], data[aliased]);
                        Bits.AssertSame(expected, data[aliased], $"input {aliased} of {inputs}, length {length}");
                    }
                }
            }
        });
    }

    [Fact]
    public void A_partial_overlap_is_refused_for_each_input()
    {
        double[] memory = new double[40];
        double[] apart = new double[20];
        foreach ((Loop loop, int inputs) in Loops)
        {
            for (int aliased = 0; aliased < inputs; aliased++)
            {
                foreach (int start in new[] { 0, 1, 9, 11, 19, 20 })
                {
                    int at = aliased;
                    int from = start;
                    ArgumentException error = Assert.Throws<ArgumentException>(() => loop(
                        at == 0 ? memory.AsSpan(10, 11) : apart.AsSpan(0, 11),
                        at == 1 ? memory.AsSpan(10, 11) : apart.AsSpan(0, 11),
                        memory.AsSpan(from, 11)));
                    Assert.Contains($"{start - 10} elements", error.Message, StringComparison.Ordinal);
                }
            }

            loop(memory.AsSpan(10, 10), apart.AsSpan(0, 10), memory.AsSpan(0, 10));
            loop(memory.AsSpan(10, 10), apart.AsSpan(0, 10), memory.AsSpan(20, 10));
        }
    }

    [Fact]
    public void Different_lengths_are_refused_with_both_numbers()
    {
        double[] three = new double[3];
        double[] four = new double[4];
        foreach ((Loop loop, int inputs) in Loops)
        {
            string message = Assert.Throws<ArgumentException>(() => loop(three, three, four)).Message;
            Assert.Contains("'destination' has 4 elements; exactly 3", message, StringComparison.Ordinal);
            if (inputs > 1)
            {
                Assert.Throws<ArgumentException>(() => loop(three, four, new double[3]));
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = new double[100];
        EveryWidth.Run(() =>
        {
            foreach ((Loop loop, int _) in Loops)
            {
                AllocationAssert.None(() => loop(x, x, x));
            }
        });
    }

    private static double[] Expected(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int inputs)
    {
        double[] expected = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            expected[i] = inputs == 1 ? 3 * x[i] : (3 * x[i]) - y[i];
        }

        return expected;
    }

    private readonly struct Formula(double constant) : IMap1, IMap2
    {
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => constant * x;

        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => (constant * x) - y;
    }
}
