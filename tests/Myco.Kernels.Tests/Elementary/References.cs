using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>Errors of binary64 results in units of the last place, against quad-doubles.</summary>
internal static class References
{
    private static readonly QuadDouble Ln2 = QuadDoubleExponential.Log(2);

    /// <summary>The distance of a result from a reference whose leading part has the result's magnitude and is normal.</summary>
    public static double Error(double actual, QuadDouble reference) =>
        Math.Abs((reference - actual).X0) / Ulp.Unit(reference.X0);

    /// <summary>The distance of a result from e^exponent, which may be subnormal: compared about 1, in units of the result's own place.</summary>
    public static double ErrorOfExp(double actual, QuadDouble exponent)
    {
        int k = (int)Math.Round(exponent.X0 / Ln2.X0);
        QuadDouble reference = QuadDoubleExponential.Exp(exponent - (Ln2 * (double)k));
        double unit = ScaleB(Ulp.Unit(Math.ScaleB(reference.X0, k)), -k);
        return Math.Abs((reference - ScaleB(actual, -k)).X0) / unit;
    }

    // In two steps, since 2⁻ᵏ itself may be out of range.
    private static double ScaleB(double x, int exponent) => Math.ScaleB(Math.ScaleB(x, exponent / 2), exponent - (exponent / 2));
}
