using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Deployment;

/// <summary>The real surface of an E-CLP from its stored numbers of 18 decimals, in quad-double: stretch (λ, 1), (c, s) normalised, and the offsets at the two
/// ends of its prices.</summary>
/// <remarks>The norm |p|_Σ is taken on the axes, where nothing cancels: o_0 = (Σp)_0/|p|_Σ at p = (β, 1), o_1 likewise at (α, 1).
/// Source: spec/01-surface.md §1.</remarks>
internal static class EclpGeometry
{
    private const ulong One = 1_000_000_000_000_000_000;
    private const ulong LargestStretch = 100_000_000;
    private const double UnitTolerance = 1e-15;

    /// <summary>t, M and the offsets.</summary>
    public static RealCone Cone(in UInt256 alpha, in UInt256 beta, in UInt256 c, in UInt256 s, in UInt256 lambda)
    {
        Check(alpha, beta, lambda);
        QuadDouble cosine = Decimal(c), sine = Decimal(s);
        QuadDouble norm = QuadDouble.Sqrt((cosine * cosine) + (sine * sine));
        if (!(Math.Abs((norm * norm - QuadDouble.One).X0) <= UnitTolerance))
        {
            Throw(nameof(c), $"c² + s² is {(norm * norm).X0}; it must be 1 within {UnitTolerance}; divide both by its square root");
        }

        (cosine, sine) = (cosine / norm, sine / norm);
        QuadDouble stretch = Decimal(lambda);
        QuadDouble[] rotation = new QuadDouble[4];
        RotationAngles.ToMatrix([cosine], [sine], rotation);
        QuadDouble[] offset = [Offset(rotation, stretch, Decimal(beta), 0), Offset(rotation, stretch, Decimal(alpha), 1)];
        return RealCone.Of([stretch, QuadDouble.One], rotation, offset);
    }

    /// <summary>A number of 18 decimals.</summary>
    public static QuadDouble Decimal(in UInt256 value) => IntegerRounding.ToQuadDouble(new Int256(value)) / (double)One;

    /// <summary>(Σp)_asset/|p|_Σ at p = (price, 1).</summary>
    private static QuadDouble Offset(QuadDouble[] rotation, QuadDouble stretch, QuadDouble price, int asset)
    {
        QuadDouble along = ((rotation[0] * price) + rotation[2]) * stretch;
        QuadDouble across = (rotation[1] * price) + rotation[3];
        QuadDouble norm = QuadDouble.Sqrt((along * along) + (across * across));
        return ((rotation[2 * asset] * stretch * along) + (rotation[(2 * asset) + 1] * across)) / norm;
    }

    private static void Check(in UInt256 alpha, in UInt256 beta, in UInt256 lambda)
    {
        if (alpha.IsZero || alpha >= beta || beta >> ExactPriceBox.UnitBits != UInt256.Zero)
        {
            Throw(nameof(alpha), $"alpha is {alpha} and beta is {beta}; they must be 0 < alpha < beta < 2^96, 18 decimals");
        }

        if (lambda < One || lambda > UInt256.WrappingMultiply(One, LargestStretch))
        {
            Throw(nameof(lambda), $"lambda is {lambda}; the limits are 10^18 and 10^26, 18 decimals; give the E-CLP's own stretch factor");
        }
    }

    [DoesNotReturn]
    private static void Throw(string parameter, string message) => throw new ArgumentException(message + ".", parameter);
}
