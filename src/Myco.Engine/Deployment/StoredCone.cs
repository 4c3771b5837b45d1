using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Deployment;

/// <summary>Real t and M rounded to stored integers, at the largest scales that the constructor's limits allow.</summary>
/// <remarks>Source: spec/06-exact-ellipsoid.md §9.</remarks>
/// <param name="LinearScale">p: t is stored times 2ᵖ.</param>
/// <param name="ConeScale">q: M is stored times 4^q; x = p − q.</param>
/// <param name="Linear">t.</param>
/// <param name="Cone">M.</param>
internal sealed record StoredCone(int LinearScale, int ConeScale, Int256[] Linear, Int256[] Cone)
{
    /// <summary>The nearest integers.</summary>
    public static StoredCone Of(RealCone real)
    {
        int n = real.Linear.Length;
        int linear = Length(real.Linear), cone = Length(real.Cone), curvature = Length(Curvature(real));
        int q = (ParameterLimits.ConeBits - cone - 1) >> 1;
        int p = Math.Min(ParameterLimits.LinearBits - linear - 1, (ParameterLimits.CurvatureBits - 1 - cone) >> 1);
        p = Math.Min(p, Math.Min((ParameterLimits.CurvatureBits - 1 - curvature) >> 1, q + ExactEllipsoidParameters.LargestExponent));
        q = Math.Min(p, q);
        Int256[] t = new Int256[n];
        Int256[] m = new Int256[n * n];
        for (int i = 0; i < n; i++)
        {
            t[i] = IntegerRounding.Nearest(real.Linear[i], p);
        }

        for (int i = 0; i < m.Length; i++)
        {
            m[i] = IntegerRounding.Nearest(real.Cone[i], 2 * q);
        }

        return new(p, q, t, m);
    }

    /// <summary>The length of the largest.</summary>
    private static int Length(QuadDouble[] values)
    {
        QuadDouble largest = QuadDouble.Zero;
        foreach (QuadDouble value in values)
        {
            QuadDouble size = QuadDouble.Abs(value);
            largest = size > largest ? size : largest;
        }

        return IntegerRounding.Length(largest);
    }

    /// <summary>H = ttᵀ − M.</summary>
    private static QuadDouble[] Curvature(RealCone real)
    {
        int n = real.Linear.Length;
        QuadDouble[] result = new QuadDouble[n * n];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (real.Linear[i / n] * real.Linear[i % n]) - real.Cone[i];
        }

        return result;
    }
}
