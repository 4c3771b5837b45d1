namespace Myco.Engine.Surfaces;

/// <summary>What balances must satisfy, in words.</summary>
internal static class StateGuards
{
    public const double LargestBalance = 1e60;

    public static string? Problem(ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow, int dimension)
    {
        if (balances.Length != dimension || (balancesLow.Length != dimension && balancesLow.Length != 0))
        {
            return $"{balances.Length} balances; the surface has {dimension} assets; give one balance per asset";
        }

        double largest = 0;
        for (int i = 0; i < dimension; i++)
        {
            if (!(balances[i] >= 0 && balances[i] <= LargestBalance))
            {
                return $"balance {SurfaceGuards.Text(balances[i])} of asset {i}; the limits are 0 and {SurfaceGuards.Text(LargestBalance)}; give amounts in whole units";
            }

            if (!balancesLow.IsEmpty && !(Math.Abs(balancesLow[i]) <= Math.BitIncrement(balances[i]) - balances[i]))
            {
                return $"low part {SurfaceGuards.Text(balancesLow[i])} of balance {SurfaceGuards.Text(balances[i])} of asset {i}; it must lie below the balance's last place";
            }

            largest = Math.Max(largest, balances[i]);
        }

        return largest < 1 / LargestBalance ? $"the largest balance is {SurfaceGuards.Text(largest)}; at least one must be {SurfaceGuards.Text(1 / LargestBalance)} or more" : null;
    }

    public static string Describe(StateVerdict verdict) => verdict == StateVerdict.OutsideCone
        ? "the balances have no invariant (vᵀMv is below 0): their proportions lie beyond what the surface can hold; move them toward the unit offsets' proportions"
        : "the balances lie outside the trading arc (a marginal price is not positive): move their proportions toward those at prices inside the box";
}
