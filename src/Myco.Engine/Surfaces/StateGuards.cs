namespace Myco.Engine.Surfaces;

/// <summary>What balances, and questions to a state, must satisfy; in words where they do not.</summary>
internal static class StateGuards
{
    public const double LargestBalance = 1e60;

    public static string? Problem(ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow, int dimension)
    {
        if (balances.Length != dimension || (balancesLow.Length != dimension && balancesLow.Length != 0))
        {
            return balances.Length != dimension
                ? $"{balances.Length} balances; the surface has {dimension} assets; give one balance per asset"
                : $"{balancesLow.Length} low parts of {dimension} balances; give one per balance, or none";
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

    /// <summary>Requires an asset of the surface.</summary>
    public static void CheckAsset(int asset, int dimension, string parameter)
    {
        if ((uint)asset >= (uint)dimension)
        {
            ThrowAsset(asset, dimension, parameter);
        }
    }

    /// <summary>Requires two assets of the surface.</summary>
    public static void CheckPair(int assetIn, int assetOut, int dimension)
    {
        CheckAsset(assetIn, dimension, nameof(assetIn));
        CheckAsset(assetOut, dimension, nameof(assetOut));
        if (assetIn == assetOut)
        {
            ThrowSameAsset(assetOut);
        }
    }

    /// <summary>Requires a kind of swap that there is.</summary>
    public static void CheckKind(SwapKind kind)
    {
        if (kind > SwapKind.ExactOut)
        {
            ThrowKind(kind);
        }
    }

    /// <summary>Requires one number per asset.</summary>
    public static void CheckLength(int length, int dimension, string parameter)
    {
        if (length != dimension)
        {
            ThrowLength(length, dimension, parameter);
        }
    }

    private static void ThrowAsset(int asset, int dimension, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, asset, $"The surface has {dimension} assets, numbered 0 to {dimension - 1}; name one of them.");

    private static void ThrowSameAsset(int assetOut) =>
        throw new ArgumentOutOfRangeException(nameof(assetOut), assetOut, "An asset cannot be swapped for itself; name two assets.");

    private static void ThrowKind(SwapKind kind) => throw new ArgumentOutOfRangeException(
        nameof(kind), kind, $"A swap is of kind {SwapKind.ExactIn} or {SwapKind.ExactOut}; name one of them.");

    private static void ThrowLength(int length, int dimension, string parameter) =>
        throw new ArgumentException($"{length} numbers; the surface has {dimension} assets; give one number per asset.", parameter);
}
