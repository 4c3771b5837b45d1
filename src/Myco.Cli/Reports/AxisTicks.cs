namespace Myco.Cli.Reports;

/// <summary>Round numbers for an axis.</summary>
internal static class AxisTicks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten between two numbers, about as many as wanted.</summary>
    public static IReadOnlyList<double> Between(double least, double most, int wanted)
    {
        double span = most - least;
        if (!(span > 0) || !double.IsFinite(span))
        {
            return [least];
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(span / wanted)));
        double fraction = span / wanted / power;
        double step = power * (fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10);
        double first = Math.Ceiling(least / step);
        List<double> ticks = [];
        for (int i = 0; i <= 4 * wanted && (first + i) * step <= most + (step * 1e-9); i++)
        {
            ticks.Add((first + i) * step);
        }

        // A span below the numbers' own resolution leaves no round number between them.
        return ticks.Count > 0 ? ticks : [least];
    }
}
