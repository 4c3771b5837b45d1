using System.Numerics;
using Myco.Engine.Tests.Surfaces.Oracle;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>t = Go and M = ttᵀ − κG of a real surface, by their definition, in 640 bits: its stored integers, and its exact swaps.</summary>
internal sealed class RealOracle
{
    private readonly BigReal[] _linear;
    private readonly BigReal[,] _cone;

    private RealOracle(BigReal[,] metric, BigReal[] offset)
    {
        int n = offset.Length;
        _linear = new BigReal[n];
        _cone = new BigReal[n, n];
        BigReal kappa = -BigReal.One;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                _linear[i] += metric[i, j] * offset[j];
            }

            kappa += _linear[i] * offset[i];
        }

        for (int i = 0; i < n * n; i++)
        {
            _cone[i / n, i % n] = (_linear[i / n] * _linear[i % n]) - (kappa * metric[i / n, i % n]);
        }
    }

    private int Count => _linear.Length;

    /// <summary>G column by column is the gradient of the surface without its offset.</summary>
    public static RealOracle Of(TextbookSurface surface)
    {
        int n = surface.Offset.Length;
        BigReal[,] metric = new BigReal[n, n];
        for (int j = 0; j < n; j++)
        {
            BigReal[] unit = new BigReal[n];
            unit[j] = BigReal.One;
            BigReal[] column = surface.Gradient(unit, 0);
            for (int i = 0; i < n; i++)
            {
                metric[i, j] = column[i];
            }
        }

        return new(metric, surface.Offset);
    }

    /// <summary>An E-CLP: Σ = Q·diag(λ², 1)·Qᵀ multiplied out, offsets at the two ends of its prices.</summary>
    public static RealOracle OfEclp(BigReal alpha, BigReal beta, BigReal c, BigReal s, BigReal lambda)
    {
        BigReal norm = BigReal.Sqrt((c * c) + (s * s)), square = lambda * lambda;
        (c, s) = (c / norm, s / norm);
        BigReal s00 = (c * c * square) + (s * s), s01 = c * s * (BigReal.One - square), s11 = (s * s * square) + (c * c);
        BigReal[] offset =
        [
            ((s00 * beta) + s01) / BigReal.Sqrt((beta * beta * s00) + (beta * s01) + (beta * s01) + s11),
            ((s01 * alpha) + s11) / BigReal.Sqrt((alpha * alpha * s00) + (alpha * s01) + (alpha * s01) + s11),
        ];
        return new(new[,] { { s11 / square, -(s01 / square) }, { -(s01 / square), s00 / square } }, offset);
    }

    /// <summary>An integer as a real.</summary>
    public static BigReal Real(BigInteger value)
    {
        BigReal sum = 0;
        foreach (byte digit in value.ToByteArray(isUnsigned: true, isBigEndian: true))
        {
            sum = (sum * 256) + digit;
        }

        return sum;
    }

    /// <summary>x, t and M as spec/06-exact-ellipsoid.md §9 stores them.</summary>
    public (int Exponent, BigInteger[] Linear, BigInteger[] Cone) Quantize()
    {
        BigReal[] linear = _linear, cone = [.. _cone.Cast<BigReal>()];
        int t = Length(linear), m = Length(cone), h = Length([.. cone.Select((value, i) => (linear[i / Count] * linear[i % Count]) - value)]);
        int q = (139 - m - 1) >> 1;
        int p = Math.Min(Math.Min(127 - t - 1, (253 - m) >> 1), Math.Min((253 - h) >> 1, q + 59));
        q = Math.Min(p, q);
        return (p - q, [.. linear.Select(value => Nearest(value, p))], [.. cone.Select(value => Nearest(value, 2 * q))]);
    }

    /// <summary>The exact amount out for an amount in, or in for an amount out.</summary>
    public ExactRational Swap(bool exactIn, BigReal[] balances, int assetIn, BigReal amount)
    {
        int assetOut = 1 - assetIn;
        BigReal[] product = [.. Enumerable.Range(0, 2).Select(i => (_cone[i, 0] * balances[0]) + (_cone[i, 1] * balances[1]))];
        BigReal root = BigReal.Sqrt((product[0] * balances[0]) + (product[1] * balances[1]));
        BigReal priceIn = (root * _linear[assetIn]) + product[assetIn], priceOut = (root * _linear[assetOut]) + product[assetOut];
        BigReal cross = amount * Curvature(assetIn, assetOut), two = 2;
        if (exactIn)
        {
            BigReal b = priceOut - cross, c = amount * ((two * priceIn) - (amount * Curvature(assetIn, assetIn))), h = Curvature(assetOut, assetOut);
            return ((BigReal.Sqrt((b * b) + (h * c)) - b) / h).ToExact();
        }
        else
        {
            BigReal b = priceIn + cross, c = amount * ((two * priceOut) + (amount * Curvature(assetOut, assetOut))), h = Curvature(assetIn, assetIn);
            return ((b - BigReal.Sqrt((b * b) - (h * c))) / h).ToExact();
        }
    }

    private BigReal Curvature(int i, int j) => (_linear[i] * _linear[j]) - _cone[i, j];

    /// <summary>⌊log₂⌋ + 1 of the largest.</summary>
    private static int Length(BigReal[] values)
    {
        ExactRational largest = values.Max(value => ExactRational.Abs(value.ToExact()));
        int length = (int)(largest.Numerator.GetBitLength() - largest.Denominator.GetBitLength()) + 1;
        return largest < ExactRational.Scaled(1, length - 1) ? length - 1 : length;
    }

    private static BigInteger Nearest(BigReal value, int exponent)
    {
        ExactRational scaled = (value.ToExact() * ExactRational.Scaled(1, exponent)) + ExactRational.Scaled(1, -1);
        return Big.Floor(scaled.Numerator, scaled.Denominator);
    }
}
