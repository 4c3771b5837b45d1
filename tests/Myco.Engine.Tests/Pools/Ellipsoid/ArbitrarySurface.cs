using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Integers with no geometry behind them that the constructor takes.</summary>
internal static class ArbitrarySurface
{
    private static readonly int[] Exponents = [0, 1, 20, 40, 57, 58, 59];

    /// <summary>t of any sign and size, H with diagonal a share of t² and small elements beside it; null when the constructor refuses.</summary>
    public static StoredSurface? Draw(Random random)
    {
        int n = random.Next(2, 9);
        int exponent = Exponents[random.Next(Exponents.Length)];
        int room = Math.Min(126, (138 + (2 * exponent)) / 2);
        BigInteger[] linear = new BigInteger[n];
        BigInteger[,] curvature = new BigInteger[n, n];
        for (int i = 0; i < n; i++)
        {
            linear[i] = (BigInteger.One << (room - 1)) + Amounts.Below(random, BigInteger.One << (room - 2));
            linear[i] *= random.Next(6) == 0 ? -1 : 1;
            for (int j = 0; j <= i; j++)
            {
                int share = i == j ? 40 + random.Next(160) : random.Next(61) - 30;
                curvature[i, j] = curvature[j, i] = linear[i] * linear[j] * share / 100;
            }
        }

        Int256[] cone = new Int256[n * n];
        for (int i = 0; i < cone.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, n);
            cone[i] = Big.Signed(((linear[row] * linear[column]) - curvature[row, column]) >> (2 * exponent));
        }

        Revert revert = ExactEllipsoidParameters.TryCreate(exponent, Array.ConvertAll(linear, Big.Signed), cone, out ExactEllipsoidParameters? parameters);
        BigInteger[][] states = [.. Enumerable.Range(0, 8).Select(_ => Array.ConvertAll(linear, _ => 1 + Amounts.Below(random, BigInteger.One << 100)))];
        return revert == Revert.None ? new("arbitrary", parameters!, states) : null;
    }
}
