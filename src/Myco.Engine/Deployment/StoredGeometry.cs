using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Matrices;

namespace Myco.Engine.Deployment;

/// <summary>The geometry that stored integers define: with H = LLᵀ and w = H⁻¹t, M has the signature (1, N−1) where t·w &gt; 1; then o = w/(t·w − 1),
/// κ = 1/(t·w − 1) and Σ = κ·H⁻¹.</summary>
/// <remarks>In quad-double, which holds the exact integers to 206 bits; H's condition is λ². Source: spec/06-exact-ellipsoid.md §1, with
/// M⁻¹t by the formula of Sherman and Morrison.</remarks>
internal sealed class StoredGeometry
{
    private readonly int _count;
    private readonly QuadDouble[] _factor;

    private StoredGeometry(int count, QuadDouble[] factor) => (_count, _factor) = (count, factor);

    /// <summary>t·H⁻¹t; the signature is (1, N−1) above 1.</summary>
    public QuadDouble Reach { get; private init; }

    /// <summary>o, per unit of R/κ as the real offsets are, at the scale of 1/t.</summary>
    public required QuadDouble[] Offset { get; init; }

    /// <summary>The geometry; null where H is not positive definite.</summary>
    public static StoredGeometry? Of(ExactEllipsoidParameters parameters)
    {
        int n = parameters.Count;
        QuadDouble[] factor = new QuadDouble[n * n];
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] = IntegerRounding.ToQuadDouble(parameters.Curvature[i]);
        }

        if (!Cholesky.Factorize(factor.AsSpan(), n))
        {
            return null;
        }

        QuadDouble[] linear = new QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            linear[i] = IntegerRounding.ToQuadDouble(parameters.Linear[i]);
        }

        QuadDouble[] solution = [.. linear];
        Cholesky.Solve<QuadDouble>(factor, solution);
        QuadDouble reach = ExtendedDot.Compute<QuadDouble>(linear, solution);
        QuadDouble excess = reach - QuadDouble.One;
        return new(n, factor) { Reach = reach, Offset = Array.ConvertAll(solution, value => value / excess) };
    }

    /// <summary>Σ·2^(2·scale)/2^(2·scale of t), row-major.</summary>
    public QuadDouble[] InverseMetric(int linearScale)
    {
        QuadDouble[] result = new QuadDouble[_count * _count];
        QuadDouble[] column = new QuadDouble[_count];
        QuadDouble kappa = QuadDouble.One / (Reach - QuadDouble.One);
        double unit = Math.ScaleB(1, linearScale);
        for (int j = 0; j < _count; j++)
        {
            Array.Clear(column);
            column[j] = unit;
            Cholesky.Solve<QuadDouble>(_factor, column);
            for (int i = 0; i < _count; i++)
            {
                result[(i * _count) + j] = column[i] * unit * kappa;
            }
        }

        return result;
    }
}
