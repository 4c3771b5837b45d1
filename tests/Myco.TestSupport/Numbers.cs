namespace Myco.TestSupport;

/// <summary>Test data that is the same on every run: seeded numbers, and the edges of binary64.</summary>
public static class Numbers
{
    /// <summary>Zeros, units, extremes, infinities and NaN: what every element-wise kernel must survive.</summary>
    public static IReadOnlyList<double> Edges { get; } =
    [
        0.0, -0.0, 1, -1, 0.5, -3, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 1e-200, -1e200,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    /// <summary><paramref name="count"/> numbers, even in (−1, 1).</summary>
    public static double[] Uniform(int count, int seed)
    {
        Random random = new(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (2 * random.NextDouble()) - 1;
        }

        return values;
    }

    /// <summary><paramref name="count"/> numbers of either sign whose magnitudes are even on a logarithmic scale, 10^−decades to 10^decades.</summary>
    public static double[] Spread(int count, int seed, double decades)
    {
        Random random = new(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double magnitude = Math.Pow(10, decades * ((2 * random.NextDouble()) - 1));
            values[i] = random.Next(2) == 0 ? magnitude : -magnitude;
        }

        return values;
    }
}
