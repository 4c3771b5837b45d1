using Myco.Kernels.Quadratics;

namespace Myco.Bench.Baselines;

/// <summary>The swap loops as one writes them in plain C#: one element at a time, arrays, no fused multiply-add.</summary>
public static class ScalarSwaps
{
    public static void Mixed(SwapRow[] rows, int n, byte[] kinds, int[] first, int[] second, double[] amounts, double[] results, byte[] statuses)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            int k = first[i], j = second[i];
            if (kinds[i] > 1 || (uint)k >= (uint)n || (uint)j >= (uint)n)
            {
                results[i] = double.NaN;
                statuses[i] = 1;
                continue;
            }

            Price(in rows[(((kinds[i] * n) + k) * n) + j], amounts[i], out results[i], out statuses[i]);
        }
    }

    public static void Ladder(in SwapRow row, double[] amounts, double[] results, byte[] statuses)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            Price(in row, amounts[i], out results[i], out statuses[i]);
        }
    }

    /// <summary>States one after the other in memory; one step of each, the pair common to the step.</summary>
    public static void Step(int n, double[] metric, double[] gradients, double[] balances, int k, int j, double[] amounts, double[] results)
    {
        double gkk = metric[(k * n) + k], gjj = metric[(j * n) + j], gjk = metric[(j * n) + k], minor = (gjj * gkk) - (gjk * gjk);
        for (int state = 0; state < amounts.Length; state++)
        {
            int origin = state * n;
            double x = amounts[state], gk = gradients[origin + k], gj = gradients[origin + j];
            double b = gj + (x * gjk), c = x * ((2 * gk) + (x * gkk));
            double root = Math.Sqrt((gj * gj) + (x * ((2 * ((gj * gjk) - (gk * gjj))) - (x * minor))));
            double change = b <= 0 ? c / (root - b) : -(b + root) / gjj;
            bool feasible = x > 0 && change < 0 && balances[origin + j] + change >= 0;
            for (int i = 0; i < n; i++)
            {
                feasible &= gradients[origin + i] + (x * metric[(k * n) + i]) + (change * metric[(j * n) + i]) < 0;
            }

            results[state] = feasible ? -change : double.NaN;
            if (!feasible)
            {
                continue;
            }

            balances[origin + k] += x;
            balances[origin + j] += change;
            for (int i = 0; i < n; i++)
            {
                gradients[origin + i] += (x * metric[(k * n) + i]) + (change * metric[(j * n) + i]);
            }
        }
    }

    private static void Price(in SwapRow row, double amount, out double result, out byte status)
    {
        double b = row.Own + (amount * row.Cross);
        double root = Math.Sqrt((row.Own * row.Own) + (amount * (row.Mixed + (amount * row.Minor))));
        double price = b <= 0 ? amount * (row.Linear + (amount * row.Square)) / (root - b) : (b + root) / row.Leading;
        bool good = amount > 0 && amount <= row.Limit && price > 0;
        result = good ? price : double.NaN;
        status = good ? (byte)0 : (byte)255;
    }
}
