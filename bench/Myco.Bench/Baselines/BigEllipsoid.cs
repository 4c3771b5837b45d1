using System.Numerics;
using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Baselines;

/// <summary>A whole swap on the integer ellipsoid as one writes it with <see cref="BigInteger"/>: t, M, H, s0, k, a, B, Q, W, y as in spec/06-exact-ellipsoid.md §2.</summary>
internal sealed class BigEllipsoid
{
    private readonly int n;
    private readonly int x;
    private readonly BigInteger[] t;
    private readonly BigInteger[] M;
    private readonly BigInteger[] H;

    public BigEllipsoid(ExactEllipsoidParameters parameters)
    {
        (n, x) = (parameters.Count, parameters.Exponent);
        (t, M, H) = (Convert(parameters.Linear), Convert(parameters.Cone), Convert(parameters.Curvature));
    }

    public BigInteger Swap(BigInteger[] balances, ExactOrder order, BigInteger given)
    {
        (int i, int o) = (order.TokenIn, order.TokenOut);
        BigInteger[] m = new BigInteger[n];
        BigInteger square = 0, all = order.Kind == SwapKind.ExactIn ? given : 0;
        for (int l = 0; l < n; l++)
        {
            for (int j = 0; j < n; j++)
            {
                m[l] += M[(l * n) + j] * balances[j];
            }

            square += m[l] * balances[l];
            all |= balances[l];
        }

        BigInteger s0 = BigIntegers.SquareRoot(square);
        long bits = all.GetBitLength();
        int k = Math.Max(2 * x, (bits <= 64 ? 64 : bits <= 96 ? 96 : 113) + 6);
        BigInteger priceIn = ((t[i] * (t[i].Sign < 0 ? s0 + 1 : s0)) >> (k - x)) + (m[i] >> (k - (2 * x)));
        BigInteger priceOut = ShiftUp(t[o] * (t[o].Sign < 0 ? s0 : s0 + 1), k - x) + (m[o] >> (k - (2 * x))) + 1;
        BigInteger result = order.Kind == SwapKind.ExactIn
            ? ExactIn(i, o, given, priceIn, priceOut, k) : ExactOut(i, o, given, priceIn, priceOut, k);
        (BigInteger paid, BigInteger taken) = order.Kind == SwapKind.ExactIn ? (given, result) : (result, given);
        RequirePrices(m, s0, k, i, o, paid, taken);
        return result;
    }

    private BigInteger ExactIn(int i, int o, BigInteger dx, BigInteger priceIn, BigInteger priceOut, int k)
    {
        BigInteger B = priceOut - ((dx * H[(i * n) + o]) >> k), Q = (2 * priceIn) - ShiftUp(dx * H[(i * n) + i], k);
        BigInteger curvature = H[(o * n) + o];
        if (B.Sign >= 0)
        {
            return dx * Q / (B + BigIntegers.SquareRoot((B * B) + (ShiftUp(dx * curvature, k) * Q)) + 1);
        }

        BigInteger P = Q.Sign < 0 ? ShiftUp(dx * curvature, k) : (dx * curvature) >> k;
        return ((BigIntegers.SquareRoot((B * B) + (P * Q)) - B) << k) / curvature;
    }

    private BigInteger ExactOut(int i, int o, BigInteger y, BigInteger priceIn, BigInteger priceOut, int k)
    {
        BigInteger B = priceIn + ((y * H[(i * n) + o]) >> k), W = (2 * priceOut) + ShiftUp(y * H[(o * n) + o], k);
        BigInteger divisor = B + BigIntegers.SquareRoot((B * B) - (ShiftUp(y * H[(i * n) + i], k) * W));
        return ((y * W) + divisor - 1) / divisor;
    }

    private void RequirePrices(BigInteger[] m, BigInteger s0, int k, int i, int o, BigInteger paid, BigInteger taken)
    {
        BigInteger root = (s0 << x) - (paid * t[i]) + (taken * t[o]);
        for (int l = 0; l < n; l++)
        {
            BigInteger after = m[l] + (paid * M[(l * n) + i]) - (taken * M[(l * n) + o]);
            BigInteger from = t[l].Sign < 0 ? root + (BigInteger.One << x) : root;
            if ((after.Sign <= 0 || t[l].Sign < 0) && ((from * t[l]) >> k) + (after >> (k - (2 * x))) <= 0)
            {
                throw new InvalidOperationException("A price of the sample is not positive after a trade; draw smaller orders.");
            }
        }
    }

    private static BigInteger ShiftUp(BigInteger value, int count) => -(-value >> count);

    private static BigInteger[] Convert(ReadOnlySpan<Int256> values)
    {
        BigInteger[] converted = new BigInteger[values.Length];
        for (int j = 0; j < converted.Length; j++)
        {
            BigInteger magnitude = BigIntegers.FromUInt256(values[j].Magnitude);
            converted[j] = values[j].IsNegative ? -magnitude : magnitude;
        }

        return converted;
    }
}
