using Myco.Kernels.Quadratics;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>A table of rows as a state has it, from a random metric and gradient; limits differ from row to row, some are 0.</summary>
internal sealed class RowTable
{
    public RowTable(int n, int seed)
    {
        Random random = new(seed);
        Dimension = n;
        Rows = new SwapRow[2 * n * n];
        double[] shape = [.. Enumerable.Range(0, n * n).Select(i => (0.6 * (random.NextDouble() - 0.5)) + (i % (n + 1) == 0 ? 1 : 0))];
        Metric = new double[n * n];
        for (int i = 0; i < n * n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                Metric[i] += shape[(k * n) + (i / n)] * shape[(k * n) + (i % n)];
            }
        }

        Gradient = [.. Enumerable.Range(0, n).Select(_ => -100 * (0.5 + random.NextDouble()))];
        for (int pair = 0; pair < n * n; pair++)
        {
            if (pair / n != pair % n)
            {
                Rows[pair] = Row(pair / n, pair % n, exactOut: false, random.Next(8) == 0 ? 0 : 60 * random.NextDouble());
                Rows[(n * n) + pair] = Row(pair / n, pair % n, exactOut: true, random.Next(8) == 0 ? 0 : 30 * random.NextDouble());
            }
        }
    }

    public int Dimension { get; }

    public SwapRow[] Rows { get; }

    public double[] Metric { get; }

    public double[] Gradient { get; }

    /// <summary>What a loop must leave: the scalar result with status 0, or the amount with the mark.</summary>
    public static (double Result, byte Status) Expected(in SwapRow row, double amount, double retainedIn, double retainedOut)
    {
        double curve = amount * retainedIn;
        double result = SwapQuadratic.Solve(in row, curve) / retainedOut;
        return curve > 0 && curve <= row.Limit && result > 0 ? (result, (byte)0) : (amount, SwapPack.Unpriced);
    }

    private SwapRow Row(int k, int j, bool exactOut, double limit)
    {
        double kk = Metric[(k * Dimension) + k], jj = Metric[(j * Dimension) + j], jk = Metric[(j * Dimension) + k];
        (int own, int other) = exactOut ? (k, j) : (j, k);
        double leading = exactOut ? kk : jj, sign = exactOut ? -1 : 1;
        return new()
        {
            Own = Gradient[own],
            Cross = sign * jk,
            Linear = -2 * Gradient[other],
            Square = exactOut ? jj : -kk,
            Mixed = 2 * sign * ((Gradient[own] * jk) - (Gradient[other] * leading)),
            Minor = -((kk * jj) - (jk * jk)),
            Leading = leading,
            Limit = limit,
        };
    }
}
