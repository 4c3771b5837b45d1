namespace Myco.Bench.Baselines;

/// <summary>The matrix product as one writes it in plain C#, the inner loop along the rows of X.</summary>
internal static class ScalarProduct
{
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> x, Span<double> y, int n, int m)
    {
        y.Clear();
        for (int i = 0; i < n; i++)
        {
            for (int p = 0; p < n; p++)
            {
                double factor = a[(i * n) + p];
                for (int column = 0; column < m; column++)
                {
                    y[(i * m) + column] += factor * x[(p * m) + column];
                }
            }
        }
    }
}
