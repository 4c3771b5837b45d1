namespace Myco.Kernels.ExtendedPrecision;

/// <summary>Sine and cosine of double-doubles: those of <see cref="QuadDoubleTrigonometry"/>, rounded.</summary>
public static class DoubleDoubleTrigonometry
{
    /// <summary>sine = sin(angle), cosine = cos(angle), the angle in radians.</summary>
    /// <remarks>Relative error 2⁻¹⁰⁵ for |angle| ≤ <see cref="QuadDoubleTrigonometry.LargestAngle"/>, unless the result is below
    /// 2⁻¹⁰⁰; a larger or non-finite angle yields NaN in both.</remarks>
    public static void SinCos(DoubleDouble angle, out DoubleDouble sine, out DoubleDouble cosine)
    {
        QuadDoubleTrigonometry.SinCos(angle, out QuadDouble s, out QuadDouble c);
        sine = DoubleDouble.FromQuadDouble(s);
        cosine = DoubleDouble.FromQuadDouble(c);
    }
}
