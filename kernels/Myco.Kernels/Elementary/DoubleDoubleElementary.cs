using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Elementary;

/// <summary>The elementary functions of double-doubles: those of <see cref="QuadDoubleExponential"/>, rounded.</summary>
/// <remarks>Relative error 2⁻¹⁰⁴ where the result lies within e^±<see cref="QuadDoubleExponential.LargestExponent"/> and, for
/// logarithms, 2⁻²⁰² besides, for powers |y|·2⁻²⁰²; elsewhere, and for special values, the result of the leading parts in binary64.</remarks>
public readonly struct DoubleDoubleElementary : IElementary<DoubleDouble>
{
    /// <inheritdoc/>
    public static DoubleDouble Exp(DoubleDouble x) => Math.Abs(x.High) <= QuadDoubleExponential.LargestExponent
        ? DoubleDouble.FromQuadDouble(QuadDoubleExponential.Exp(x))
        : Exponential.Of(x.High);

    /// <inheritdoc/>
    public static DoubleDouble Log(DoubleDouble x) => IsRegular(x)
        ? DoubleDouble.FromQuadDouble(QuadDoubleExponential.Log(x))
        : Logarithm.Of(x.High);

    /// <inheritdoc/>
    public static DoubleDouble Power(DoubleDouble x, DoubleDouble y)
    {
        if (IsRegular(x) && double.IsFinite(y.High))
        {
            QuadDouble exponent = QuadDoubleExponential.Log(x) * y;
            if (Math.Abs(exponent.X0) <= QuadDoubleExponential.LargestExponent)
            {
                return DoubleDouble.FromQuadDouble(QuadDoubleExponential.Exp(exponent));
            }
        }

        return Elementary.Power.Of(x.High, y.High);
    }

    private static bool IsRegular(DoubleDouble x) => x.High > 0 && double.IsFinite(x.High);
}
