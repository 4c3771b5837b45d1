using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>ExtendedDot in every IExtendedReal, a double among them: within its bound at every length.</summary>
public class ExtendedDotTests
{
    private readonly RandomReals reals = new(64);

    [Fact]
    public void Every_length_is_within_its_bound_VsBigInteger()
    {
        for (int length = 0; length <= 256; length++)
        {
            QuadDouble[] x = [.. Enumerable.Range(0, length).Select(_ => reals.Quad(20))];
            double[] y = [.. Enumerable.Range(0, length).Select(_ => reals.Double(20))];
            AssertWithin<QuadDouble>(x, y, value => value);
            AssertWithin<DoubleDouble>([.. x.Select(DoubleDouble.FromQuadDouble)], y, value => value);
            AssertWithin<Lane1>([.. x.Select(value => value.RoundTo<Lane1>())], y, value => value.Value);
        }
    }

    [Fact]
    public void A_binary64_operand_and_its_extension_agree_to_the_bound()
    {
        QuadDouble[] x = [.. Enumerable.Range(0, 30).Select(_ => QuadDouble.Abs(reals.Quad(3)))];
        double[] y = [.. Enumerable.Range(0, 30).Select(_ => Math.Abs(reals.Double(3)))];
        QuadDouble first = ExtendedDot.Compute<QuadDouble>(x, y);
        QuadDouble second = ExtendedDot.Compute<QuadDouble>(x, [.. y.Select(value => (QuadDouble)value)]);
        Assert.True(((Dyadic)first).ErrorBits(second, first) <= -200);
    }

    [Fact]
    public void Different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ExtendedDot.Compute<QuadDouble>(new QuadDouble[3], new double[2]));
        Assert.Throws<ArgumentException>(() => ExtendedDot.Compute<DoubleDouble>(new DoubleDouble[3], new DoubleDouble[4]));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        QuadDouble[] x = new QuadDouble[64];
        double[] y = new double[64];
        ExtendedDot.Compute<QuadDouble>(x, y);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ExtendedDot.Compute<QuadDouble>(x, y);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertWithin<TReal>(TReal[] x, double[] y, Func<TReal, Dyadic> exactly)
        where TReal : struct, IExtendedReal<TReal>
    {
        Dyadic sum = Dyadic.Zero, magnitude = Dyadic.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            Dyadic term = exactly(x[i]) * y[i];
            (sum, magnitude) = (sum + term, magnitude + Dyadic.Abs(term));
        }

        TReal[] extended = Array.ConvertAll<double, TReal>(y, value => value);
        foreach (TReal found in new[] { ExtendedDot.Compute<TReal>(x, y), ExtendedDot.Compute<TReal>(x, extended) })
        {
            double bound = Math.Log2(Math.Max(x.Length, 1)) + 1 - TReal.Precision;
            Assert.True(x.Length == 0 ? exactly(found).Mantissa.IsZero : sum.ErrorBits(exactly(found), magnitude) <= bound);
        }
    }
}
