using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.ExtendedPrecision;

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

        if (!Factorize(factor, n))
        {
            return null;
        }

        QuadDouble[] linear = new QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            linear[i] = IntegerRounding.ToQuadDouble(parameters.Linear[i]);
        }

        QuadDouble[] solution = [.. linear];
        Substitute(factor, n, solution);
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
            Substitute(_factor, _count, column);
            for (int i = 0; i < _count; i++)
            {
                result[(i * _count) + j] = column[i] * unit * kappa;
            }
        }

        return result;
    }

    /// <summary>The lower factor of Cholesky in place; false unless positive definite.</summary>
    private static bool Factorize(QuadDouble[] matrix, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                QuadDouble sum = matrix[(i * n) + j];
                for (int m = 0; m < j; m++)
                {
                    sum -= matrix[(i * n) + m] * matrix[(j * n) + m];
                }

                if (i == j && !(sum.X0 > 0))
                {
                    return false;
                }

                matrix[(i * n) + j] = i == j ? QuadDouble.Sqrt(sum) : sum / matrix[(j * n) + j];
            }
        }

        return true;
    }

    /// <summary>Solves L·Lᵀ·x = b in place.</summary>
    private static void Substitute(QuadDouble[] factor, int n, QuadDouble[] vector)
    {
        for (int i = 0; i < n; i++)
        {
            for (int m = 0; m < i; m++)
            {
                vector[i] -= factor[(i * n) + m] * vector[m];
            }

            vector[i] /= factor[(i * n) + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int m = i + 1; m < n; m++)
            {
                vector[i] -= factor[(m * n) + i] * vector[m];
            }

            vector[i] /= factor[(i * n) + i];
        }
    }
}
