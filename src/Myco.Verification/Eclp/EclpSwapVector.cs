using Myco.Engine;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Eclp;

/// <summary>One swap in the chain's integers of 18 decimals.</summary>
/// <param name="Kind">Which amount is given.</param>
/// <param name="AssetIn">The asset paid in, 0 or 1; the other is paid out.</param>
/// <param name="Balances">The balances.</param>
/// <param name="Amount">The amount given.</param>
/// <param name="Result">The contract's amount; null where it refused.</param>
public sealed record EclpSwapVector(SwapKind Kind, int AssetIn, UInt256[] Balances, UInt256 Amount, UInt256? Result)
{
    /// <summary>The asset paid out.</summary>
    public int AssetOut => 1 - AssetIn;
}
