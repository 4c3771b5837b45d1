using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Vectors;

/// <summary>Axpy, Scale and ElementwiseProduct: thin formulas on loops that have tests of their own.</summary>
public class ElementwiseTests
{
    [Fact]
    public void Axpy_is_one_multiply_add_per_element_for_every_length_on_every_width()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, 1, 3));
                using GuardedMemory y = GuardedMemory.EndingAtGuard(Numbers.Spread(length, 2, 3));
                double[] expected = [.. x.Span.ToArray().Zip(y.Span.ToArray(), (a, b) => Math.FusedMultiplyAdd(0.3, a, b))];
                Axpy.Apply(0.3, x.Span, y.Span);
                Bits.AssertSame(expected, y.Span, $"length {length}");
            }
        });
    }

    [Fact]
    public void Axpy_onto_its_own_input_is_allowed_and_a_partial_overlap_is_not()
    {
        double[] x = [1, 2, 3, 4];
        Axpy.Apply(2, x, x);
        Assert.Equal([3, 6, 9, 12], x);
        Assert.Throws<ArgumentException>(() => Axpy.Apply(2, x.AsSpan(0, 3), x.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => Axpy.Apply(2, x.AsSpan(0, 3), x));
    }

    [Fact]
    public void Scale_is_one_product_per_element_for_every_length_on_every_width()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                double[] x = Numbers.Spread(length, 1, 300);
                double[] expected = [.. x.Select(value => 1e10 * value)];
                using GuardedMemory destination = GuardedMemory.EndingAtGuard(length);
                Scale.Apply(1e10, x, destination.Span);
                Bits.AssertSame(expected, destination.Span);
                Scale.Apply(1e10, x, x);
                Bits.AssertSame(expected, x);
            }
        });
        Assert.Throws<ArgumentException>(() => Scale.Apply(1, new double[2], new double[3]));
    }

    [Fact]
    public void The_elementwise_product_is_one_product_per_element_for_every_length_on_every_width()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                double[] x = Numbers.Spread(length, 1, 200);
                double[] y = Numbers.Spread(length, 2, 200);
                double[] expected = [.. x.Zip(y, (a, b) => a * b)];
                using GuardedMemory destination = GuardedMemory.EndingAtGuard(length);
                ElementwiseProduct.Compute(x, y, destination.Span);
                Bits.AssertSame(expected, destination.Span);
                ElementwiseProduct.Compute(x, y, y);
                Bits.AssertSame(expected, y);
            }
        });
        Assert.Throws<ArgumentException>(() => ElementwiseProduct.Compute(new double[2], new double[3], new double[2]));
    }

    [Fact]
    public void Specials_follow_IEEE_754()
    {
        double[] y = [1, 2];
        Axpy.Apply(0, [double.PositiveInfinity, double.NaN], y);
        Assert.All(y, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = new double[50];
        AllocationAssert.None(() => Axpy.Apply(2, x, x));
        AllocationAssert.None(() => Scale.Apply(2, x, x));
        AllocationAssert.None(() => ElementwiseProduct.Compute(x, x, x));
    }
}
