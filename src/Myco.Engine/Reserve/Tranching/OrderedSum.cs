namespace Myco.Engine.Reserve.Tranching;

/// <summary>Adds a few numbers in their order, so that the same numbers have the same sum everywhere.</summary>
internal static class OrderedSum
{
    /// <summary>Σ values; 0 of none.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double total = 0;
        foreach (double value in values)
        {
            total += value;
        }

        return total;
    }
}
