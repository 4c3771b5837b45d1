using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>The price of one asset in another, a_i/a_o, before any trade.</summary>
/// <remarks>The contract has no such function. Source: spec/06-exact-ellipsoid.md §2.</remarks>
internal static class ExactEllipsoidMarginalPayout
{
    private const ulong One = 1_000_000_000_000_000_000;

    /// <summary>⌊10¹⁸·a_i↓/a_o↑⌋: units of asset out for one of asset in, 18 decimals, never above the exact price.</summary>
    /// <remarks>Refused: <see cref="Revert.InvalidArgument"/> equal or wrong indices, a balance too few or too many; <see cref="Revert.BalanceTooLarge"/>;
    /// <see cref="Revert.OutsideSurface"/> a price not positive; <see cref="Revert.AmountOverflow"/>.</remarks>
    public static UInt256 Compute(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, ref Fault fault)
    {
        if (!ExactEllipsoidSwap.IsPair(parameters, balances, assetIn, assetOut))
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        return fault.IsRaised ? default : Compute(parameters, point, assetIn, assetOut, ref fault);
    }

    internal static UInt256 Compute(ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, int assetIn, int assetOut, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, point.Length);
        ExactEllipsoidPrices.OfPair(parameters, point, k, assetIn, assetOut, out Int256 priceIn, out Int256 priceOut, ref fault);
        return fault.IsRaised ? default : ExactEllipsoidQuadratic.Down(One, priceIn.Bits, priceOut.Bits, ref fault);
    }
}
