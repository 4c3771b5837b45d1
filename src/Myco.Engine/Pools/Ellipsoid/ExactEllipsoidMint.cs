using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Shares for a deposit of any vector.</summary>
/// <remarks>Source: spec/06-exact-ellipsoid.md §2, §3.4; refusals in the order of fixtures/solidity/README.md.</remarks>
internal static class ExactEllipsoidMint
{
    /// <summary>⌊supply·(R_lo(v + d) − R_hi(v))/R_hi(v)⌋, or 0 where that is negative: never above the exact value.</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">v, N balances.</param>
    /// <param name="deposit">d, N amounts, each below 2¹¹³.</param>
    /// <param name="supply">Shares outstanding.</param>
    /// <param name="fault">The refusal: InvalidArgument, BalanceTooLarge, OutsideSurface, PriceLimit, AmountOverflow.</param>
    public static UInt256 Dense(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, ReadOnlySpan<UInt256> deposit, in UInt256 supply, ref Fault fault) =>
        Dense(parameters, balances, deposit, supply, out _, ref fault);

    /// <summary>As <see cref="Dense(ExactEllipsoidParameters, ReadOnlySpan{UInt256}, ReadOnlySpan{UInt256}, in UInt256, ref Fault)"/>, refused with
    /// <see cref="Revert.OutsidePriceBox"/> where it ends outside the price box and further out than it began.</summary>
    public static UInt256 InBox(
        ExactEllipsoidParameters parameters,
        ExactPriceBox box,
        ReadOnlySpan<UInt256> balances,
        ReadOnlySpan<UInt256> deposit,
        in UInt256 supply,
        ref Fault fault)
    {
        UInt256 shares = Dense(parameters, balances, deposit, supply, out ExactEllipsoidPoint after, ref fault);
        if (!fault.IsRaised)
        {
            BoxRule.Require(parameters, box, balances, deposit, after, ref fault);
        }

        return fault.IsRaised ? default : shares;
    }

    /// <summary>total = v + d; <see cref="Revert.InvalidArgument"/> unless each d is below 2¹¹³.</summary>
    internal static void Add(ReadOnlySpan<UInt256> balances, ReadOnlySpan<UInt256> deposit, Span<UInt256> total, ref Fault fault)
    {
        UInt256 all = default;
        for (int i = 0; i < total.Length; i++)
        {
            all |= deposit[i];
            total[i] = UInt256.WrappingAdd(balances[i], deposit[i]);
        }

        if (!ExactEllipsoidPoint.IsBalance(all))
        {
            fault.Raise(Revert.InvalidArgument);
        }
    }

    private static UInt256 Dense(
        ExactEllipsoidParameters parameters,
        ReadOnlySpan<UInt256> balances,
        ReadOnlySpan<UInt256> deposit,
        in UInt256 supply,
        out ExactEllipsoidPoint after,
        ref Fault fault)
    {
        after = default;
        if (deposit.Length != parameters.Count)
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        ExactEllipsoidInvariant.Bounds(parameters, balances, out UInt256 before, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Span<UInt256> total = stackalloc UInt256[ExactEllipsoidParameters.LargestCount];
        total = total[..parameters.Count];
        Add(balances, deposit, total, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        ExactEllipsoidPoint.Locate(parameters, total, out after, ref fault);
        return fault.IsRaised ? default : Shares(parameters, total, after, before, supply, ref fault);
    }

    private static UInt256 Shares(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> total, in ExactEllipsoidPoint after, in UInt256 before, in UInt256 supply, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, after.Length);
        ExactEllipsoidPrices.RequirePositive(parameters, after, new(after.Root << parameters.Exponent), k, default, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 invariant = ExactEllipsoidInvariant.Down(parameters, total, after.Root, ref fault);
        return fault.IsRaised || invariant <= before
            ? default
            : ExactEllipsoidQuadratic.Down(supply, UInt256.WrappingSubtract(invariant, before), before, ref fault);
    }
}
