using Myco.Engine;
using Myco.Engine.Deployment;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Verification.Eclp;

/// <summary>Swaps on the real surface of a contract's α, β, c, s, λ, all 18 decimals of them, in quad-double: what amounts in integers are measured against.</summary>
/// <remarks>R(v) = t·v + √(vᵀMv), a = √(vᵀMv)·t + Mv, H = ttᵀ − M; a swap is H_oo·y² + 2By − C = 0. 212 bits; to λ of a million more than 90 of them remain
/// below a unit. Source: spec/06-exact-ellipsoid.md §1, §2.</remarks>
/// <param name="curve">α, β, c, s, λ of 18 decimals.</param>
/// <exception cref="ArgumentException">The curve is outside the limits of an E-CLP.</exception>
public sealed class EclpOracle(in EclpCurve curve)
{
    private readonly RealCone _cone = EclpGeometry.Cone(curve.Alpha.Bits, curve.Beta.Bits, curve.C.Bits, curve.S.Bits, curve.Lambda.Bits);

    /// <summary>What the pool gains over the exact amount, in units of 1e-18, when it pays or asks that result: below 0 it loses.</summary>
    public double Gain(EclpSwapVector swap, in UInt256 result)
    {
        ArgumentNullException.ThrowIfNull(swap);
        QuadDouble exact = Exact(swap), given = Real(result);
        return (swap.Kind == SwapKind.ExactIn ? exact - given : given - exact).X0;
    }

    private QuadDouble Exact(EclpSwapVector swap)
    {
        (int i, int o) = (swap.AssetIn, swap.AssetOut);
        QuadDouble[] v = Array.ConvertAll(swap.Balances, balance => Real(balance));
        QuadDouble[] m = [(M(0, 0) * v[0]) + (M(0, 1) * v[1]), (M(1, 0) * v[0]) + (M(1, 1) * v[1])];
        QuadDouble root = QuadDouble.Sqrt((v[0] * m[0]) + (v[1] * m[1]));
        QuadDouble priceIn = (root * _cone.Linear[i]) + m[i], priceOut = (root * _cone.Linear[o]) + m[o], amount = Real(swap.Amount);
        if (swap.Kind == SwapKind.ExactIn)
        {
            QuadDouble b = priceOut - (amount * H(i, o)), c = amount * ((priceIn * 2) - (amount * H(i, i)));
            QuadDouble after = QuadDouble.Sqrt((b * b) + (H(o, o) * c));
            return b.X0 < 0 ? (after - b) / H(o, o) : c / (b + after);
        }

        QuadDouble linear = priceIn + (amount * H(i, o)), constant = amount * ((priceOut * 2) + (amount * H(o, o)));
        return constant / (linear + QuadDouble.Sqrt((linear * linear) - (H(i, i) * constant)));
    }

    private static QuadDouble Real(in UInt256 value) => IntegerRounding.ToQuadDouble(new Int256(value));

    private QuadDouble M(int i, int j) => _cone.Cone[(2 * i) + j];

    private QuadDouble H(int i, int j) => (_cone.Linear[i] * _cone.Linear[j]) - M(i, j);
}
