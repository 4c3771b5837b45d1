using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>What all functions over spans have in common: Exponential, Logarithm, Power, Sine, Cosine, NormalQuantile.</summary>
public class ElementarySpanTests
{
    private delegate void SpanFunction(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination);

    private static readonly (string Name, SpanFunction Compute, Func<double, double, double> Of, int Inputs)[] Functions =
    [
        ("exp", (x, _, d) => Exponential.Compute(x, d), (x, _) => Exponential.Of(x), 1),
        ("log", (x, _, d) => Logarithm.Compute(x, d), (x, _) => Logarithm.Of(x), 1),
        ("sin", (x, _, d) => Sine.Compute(x, d), (x, _) => Sine.Of(x), 1),
        ("cos", (x, _, d) => Cosine.Compute(x, d), (x, _) => Cosine.Of(x), 1),
        ("normal", (x, _, d) => NormalQuantile.Compute(x, d), (x, _) => NormalQuantile.Of(x), 1),
        ("pow", Power.Compute, Power.Of, 2),
    ];

    [Fact]
    public void Every_length_on_every_width_is_the_scalar_function_and_stays_inside_its_memory()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, 1, 2));
                using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Uniform(length, 2));
                foreach ((string name, SpanFunction compute, Func<double, double, double> of, int _) in Functions)
                {
                    using GuardedMemory late = GuardedMemory.EndingAtGuard(length);
                    using GuardedMemory early = GuardedMemory.StartingAtGuard(length);
                    compute(x.Span, y.Span, late.Span);
                    compute(x.Span, y.Span, early.Span);
                    double[] expected = [.. x.Span.ToArray().Zip(y.Span.ToArray(), of)];
                    Bits.AssertSame(expected, late.Span, $"{name}, length {length}, width {LaneWidth.Current}");
                    Bits.AssertSame(expected, early.Span);
                }
            }
        });
    }

    [Fact]
    public void Numbers_of_all_kinds_in_one_pack_have_the_same_bits_on_every_width()
    {
        double[] kinds = [.. Numbers.Edges, .. Numbers.Spread(40, 3, 300), .. Numbers.Spread(60, 4, 3), .. Numbers.Uniform(30, 5), 0.25, 0.999, 2, 3, 1e22];
        double[] x = [.. kinds.SelectMany(value => Enumerable.Repeat(value, kinds.Length))];
        double[] y = [.. Enumerable.Repeat(kinds, kinds.Length).SelectMany(values => values)];
        foreach ((string name, SpanFunction compute, Func<double, double, double> of, int inputs) in Functions)
        {
            // One input is taken in the order in which every kind meets every other; the scalar form is of one element, whatever its neighbours.
            double[] first = inputs == 2 ? x : y;
            double[] expected = [.. first.Zip(y, of)];
            double[] actual = new double[first.Length];
            EveryWidth.Run(() =>
            {
                Array.Clear(actual);
                compute(first, y, actual);
                Bits.AssertSame(expected, actual, $"{name}, width {LaneWidth.Current}");
            });
        }
    }

    [Fact]
    public void The_destination_may_be_any_input()
    {
        EveryWidth.Run(() =>
        {
            foreach (int length in new[] { 1, 7, 8, 31, 33, 100 })
            {
                foreach ((string name, SpanFunction compute, Func<double, double, double> of, int inputs) in Functions)
                {
                    for (int aliased = 0; aliased < inputs; aliased++)
                    {
                        double[][] data = [Numbers.Uniform(length, 1), Numbers.Uniform(length, 2)];
                        double[] expected = [.. data[0].Zip(data[1], of)];
                        compute(data[0], data[1], data[aliased]);
                        Bits.AssertSame(expected, data[aliased], $"{name}, input {aliased}, length {length}");
                    }
                }
            }
        });
    }

    [Fact]
    public void Other_lengths_and_partial_overlaps_are_refused()
    {
        double[] memory = new double[20];
        foreach ((string _, SpanFunction compute, Func<double, double, double> _, int inputs) in Functions)
        {
            Assert.Throws<ArgumentException>(() => compute(memory.AsSpan(0, 3), new double[3], new double[4]));
            Assert.Throws<ArgumentException>(() => compute(memory.AsSpan(0, 10), new double[10], memory.AsSpan(1, 10)));
            if (inputs == 2)
            {
                Assert.Throws<ArgumentException>(() => compute(new double[3], new double[4], new double[3]));
                Assert.Throws<ArgumentException>(() => compute(new double[10], memory.AsSpan(1, 10), memory.AsSpan(0, 10)));
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = [.. Numbers.Edges, .. Numbers.Spread(100, 1, 100)], destination = new double[x.Length];
        EveryWidth.Run(() =>
        {
            foreach ((string _, SpanFunction compute, Func<double, double, double> of, int _) in Functions)
            {
                AllocationAssert.None(() => compute(x, x, destination));
                AllocationAssert.None(() => of(1e30, 0.3));
            }
        });
    }
}
