using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <content>The oracle.</content>
public sealed partial class EllipsoidState
{
    /// <summary>The other amount of a swap without a fee in quad-double, from the balances up: what the quotes in binary64 are measured against.</summary>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amount">The amount given, in surface units.</param>
    /// <returns>The amount asked for; NaN where the curve ends before. Whether a third asset's price vanishes on the way is not asked.</returns>
    /// <remarks>212 bits; at stretches up to 1e8 more than 100 of them remain. From the balances anew: microseconds.
    /// Source: spec 01-surface, section 2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, an asset is not of this surface, or both are the same.</exception>
    public QuadDouble QuoteInQuadDouble(SwapKind kind, int assetIn, int assetOut, double amount)
    {
        StateGuards.CheckKind(kind);
        StateGuards.CheckPair(assetIn, assetOut, Dimension);
        return PreciseSwap.Solve(Surface, _balances, _balancesLow, kind, assetIn, assetOut, amount);
    }
}
