namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>The surfaces on which laws are tried: N 2 to 16, λ 1 to 1e8, axis-aligned, one block turned or all, boxes wide and narrow.</summary>
/// <remarks>Drawn once with one seed and shared: making a surface costs milliseconds, a state microseconds.</remarks>
internal static class DrawnSurfaces
{
    private const int Seed = 7_042_001;

    public static IReadOnlyList<DrawnSurface> All { get; } = [.. Draw()];

    /// <summary>Those on which balances rounded in their last place still are the same state to within ulps.</summary>
    public static IReadOnlyList<DrawnSurface> Moderate { get; } = [.. All.Where(drawn => drawn.LargestStretch <= 50)];

    /// <summary>Those small enough for the textbook's route in 640 bits.</summary>
    public static IReadOnlyList<DrawnSurface> Small { get; } = [.. All.Where(drawn => drawn.Dimension <= 4)];

    public static DrawnSurface Make(Random random, int dimension, double stretch, string turned, bool wide)
    {
        int last = random.Next(dimension);
        double[] factors = [.. Enumerable.Range(0, dimension).Select(i => i == last ? stretch : Math.Pow(stretch, random.NextDouble()))];
        double[] angles = [.. Enumerable.Range(0, dimension * (dimension - 1) / 2)
            .Select(pair => turned == "all" || (turned == "block" && pair == 0) ? Math.PI * ((2 * random.NextDouble()) - 1) : 0)];
        double[] lower = [.. factors.Select(_ => wide ? 0.3 + (0.6 * random.NextDouble()) : 0.95 + (0.049 * random.NextDouble()))];
        double[] upper = [.. factors.Select(_ => wide ? 1.1 + (1.9 * random.NextDouble()) : 1.001 + (0.049 * random.NextDouble()))];
        return new($"N={dimension} λ={stretch} turned={turned} {(wide ? "wide" : "narrow")}", factors, angles, lower, upper);
    }

    private static IEnumerable<DrawnSurface> Draw()
    {
        Random random = new(Seed);
        int number = 0;
        foreach (int dimension in new[] { 2, 3, 4, 7 })
        {
            foreach (double stretch in new[] { 1, 12.5, 4000, 1e6, 1e8 })
            {
                foreach (string turned in new[] { "axis", "block", "all" })
                {
                    bool repeated = (dimension == 2 && turned == "block") || (dimension == 7 && turned == "block");
                    if (!repeated)
                    {
                        yield return Make(random, dimension, stretch, turned, number++ % 2 == 0);
                    }
                }
            }
        }

        yield return Make(random, 16, 30, "all", true);
        yield return Make(random, 16, 1e4, "axis", false);
    }
}
