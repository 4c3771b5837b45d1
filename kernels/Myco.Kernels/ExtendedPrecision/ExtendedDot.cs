using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>x·y in extended precision.</summary>
public static class ExtendedDot
{
    /// <summary>Σ xᵢyᵢ.</summary>
    /// <remarks><para>Shapes: x and y of one length; 0 for length 0.</para>
    /// <para>Aliasing: nothing is written.</para>
    /// <para>Rounding: added in the order of the index; error n·2^(1−Precision) of Σ|xᵢyᵢ|.</para></remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static TReal Compute<TReal>(ReadOnlySpan<TReal> x, ReadOnlySpan<double> y)
        where TReal : struct, IExtendedReal<TReal>
    {
        if (x.Length != y.Length)
        {
            ThrowLengths(x.Length, y.Length);
        }

        TReal sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <inheritdoc cref="Compute{TReal}(ReadOnlySpan{TReal}, ReadOnlySpan{double})"/>
    public static TReal Compute<TReal>(ReadOnlySpan<TReal> x, ReadOnlySpan<TReal> y)
        where TReal : struct, IExtendedReal<TReal>
    {
        if (x.Length != y.Length)
        {
            ThrowLengths(x.Length, y.Length);
        }

        TReal sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void ThrowLengths(int x, int y) =>
        throw new ArgumentException($"A dot product of {x} and {y} numbers: pass spans of one length.");
}
