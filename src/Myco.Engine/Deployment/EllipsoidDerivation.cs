using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Deployment;

/// <summary>The stored integers of a real surface: what is deployed, with the checks that the contract leaves to it.</summary>
/// <remarks>In quad-double, once, off chain. The integers are those of unlimited precision, rounded to nearest: seen to the last digit for every stretch
/// that a surface may have, 1 to 10⁸ (all 41 golden surfaces, 120 drawn ones, 37 E-CLPs), since t and M are formed on the axes (<see cref="RealCone"/>). Source: spec/06-exact-ellipsoid.md §1, §9.</remarks>
public static class EllipsoidDerivation
{
    private const double Tolerance = 1e-9;

    /// <summary>The stored integers of a surface, nearest to its t and M, and its price box.</summary>
    /// <param name="surface">2 to 8 assets.</param>
    /// <param name="box">Its price bounds, exact.</param>
    /// <exception cref="ArgumentException">A limit is broken, or what is stored would not be the surface that was meant: the message says why.</exception>
    public static ExactEllipsoidParameters FromSurface(EllipsoidSurface surface, out ExactPriceBox box)
    {
        ArgumentNullException.ThrowIfNull(surface);
        if (surface.Dimension > ExactEllipsoidParameters.LargestCount)
        {
            Throw(nameof(surface), $"the surface has {surface.Dimension} assets; the limit is {ExactEllipsoidParameters.LargestCount}; split the pool");
        }

        int n = surface.Dimension;
        UInt256[] lower = new UInt256[n], upper = new UInt256[n];
        for (int i = 0; i < n; i++)
        {
            lower[i] = Bound(surface.PriceLower[i], i);
            upper[i] = Bound(surface.PriceUpper[i], i);
        }

        box = ExactPriceBox.Create(lower, upper);
        ExactEllipsoidParameters parameters = Store(RealCone.Of(surface), out StoredGeometry geometry, out int scale);
        if (!UnitOffsets.TryFind(geometry.InverseMetric(scale), surface.PriceLower, surface.PriceUpper, out QuadDouble[]? least, out SurfaceProblem? problem))
        {
            Throw(problem.Parameter, problem.Text);
        }

        RequireSame(least, geometry.Offset, scale, "the price box is not the one meant: its least offsets on the stored surface");
        return parameters;
    }

    /// <summary>The stored integers of an E-CLP, from its own stored numbers, and its price box: asset 0 from α to β, asset 1 at 1.</summary>
    /// <param name="alpha">Lower price, 18 decimals.</param>
    /// <param name="beta">Upper price, 18 decimals.</param>
    /// <param name="c">Cosine, 18 decimals; (c, s) is normalised.</param>
    /// <param name="s">Sine, 18 decimals.</param>
    /// <param name="lambda">Stretch, 18 decimals, 1 to 10⁸.</param>
    /// <param name="box">The price bounds, cut to 96 bits on the inner side.</param>
    /// <exception cref="ArgumentException">A limit is broken, or what is stored would not be the surface that was meant: the message says why.</exception>
    public static ExactEllipsoidParameters FromEclp(
        in UInt256 alpha, in UInt256 beta, in UInt256 c, in UInt256 s, in UInt256 lambda, out ExactPriceBox box)
    {
        ExactEllipsoidParameters parameters = Store(EclpGeometry.Cone(alpha, beta, c, s, lambda), out _, out _);
        UInt256 one = 1_000_000_000_000_000_000, unit = UInt256.One << ExactPriceBox.UnitBits;
        Kernels.Exact.Faults.Fault fault = default;
        UInt256 lower = MultiplyDivide.Up(alpha, unit, one, ref fault), upper = MultiplyDivide.Down(beta, unit, one, ref fault);
        box = ExactPriceBox.Create([lower, unit], [upper, unit]);
        return parameters;
    }

    private static ExactEllipsoidParameters Store(RealCone real, out StoredGeometry geometry, out int scale)
    {
        StoredCone stored = StoredCone.Of(real);
        scale = stored.LinearScale;
        ExactEllipsoidParameters parameters = ExactEllipsoidParameters.Create(stored.LinearScale - stored.ConeScale, stored.Linear, stored.Cone);
        geometry = StoredGeometry.Of(parameters)
            ?? throw new ArgumentException("H of the stored integers is not positive definite; stretch less, or widen the price box.", nameof(real));
        if (!(geometry.Reach > QuadDouble.One))
        {
            Throw(nameof(real), "M of the stored integers has not the signature (1, N-1); stretch less, or widen the price box");
        }

        RequireSame(real.Offset, geometry.Offset, scale, "the offsets are not the ones meant: those wanted");
        return parameters;
    }

    private static void RequireSame(QuadDouble[] wanted, QuadDouble[] stored, int scale, string what)
    {
        double largest = 0;
        foreach (QuadDouble offset in wanted)
        {
            largest = Math.Max(largest, Math.Abs(offset.X0));
        }

        for (int i = 0; i < wanted.Length; i++)
        {
            QuadDouble found = stored[i] * Math.ScaleB(1, scale);
            if (!(Math.Abs((wanted[i] - found).X0) <= Tolerance * largest))
            {
                Throw("surface", $"{what} have {SurfaceGuards.Text(wanted[i].X0)} for asset {i}, the stored integers {SurfaceGuards.Text(found.X0)}; stretch less, or widen the price box");
            }
        }
    }

    /// <summary>The bound in units of 2⁻⁹⁶: a binary64 number from 2⁻⁴³ on is a whole number of them.</summary>
    private static UInt256 Bound(double price, int asset)
    {
        const double Largest = 4294967296;
        if (!(price < Largest))
        {
            Throw("surface", $"a price bound of asset {asset} is {SurfaceGuards.Text(price)}; stored bounds are below 2^32; scale the reference price");
        }

        return IntegerRounding.Nearest(price, ExactPriceBox.UnitBits).Bits;
    }

    [DoesNotReturn]
    private static void Throw(string parameter, string message) => throw new ArgumentException(message + ".", parameter);
}
