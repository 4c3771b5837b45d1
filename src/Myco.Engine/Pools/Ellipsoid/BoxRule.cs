using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>The price-box rule of a deposit: χ′ ≤ max(1, χ), χ = max(a_i/upper_i · lower_j/a_j) over i ≠ j, with χ′ from above and χ from below.</summary>
/// <remarks>The part i = j, lower_i/upper_i ≤ 1, leaves no box; it is 1 for a numeraire, and rounded above 1. A deposit exactly proportional to the balances is never refused. Source: spec/01-surface.md §2, fixtures/solidity/README.md.</remarks>
internal static class BoxRule
{
    /// <summary>Refuses with <see cref="Revert.OutsidePriceBox"/> a deposit that ends outside the box and further out than it began.</summary>
    public static void Require(
        ExactEllipsoidParameters parameters,
        ExactPriceBox box,
        ReadOnlySpan<UInt256> balances,
        ReadOnlySpan<UInt256> deposit,
        in ExactEllipsoidPoint after,
        ref Fault fault)
    {
        if (box.Count != parameters.Count)
        {
            fault.Raise(Revert.InvalidArgument);
            return;
        }

        PriceExcess ends = PriceExcess.Of(parameters, box, after, outward: true, ref fault);
        if (fault.IsRaised || ends.IsInside || IsProportional(balances, deposit))
        {
            return;
        }

        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint before, ref fault);
        if (fault.IsRaised)
        {
            return;
        }

        PriceExcess begins = PriceExcess.Of(parameters, box, before, outward: false, ref fault);
        if (UInt512.Product(ends.Outward, begins.Inward) > UInt512.Product(begins.Outward, ends.Inward))
        {
            fault.Raise(Revert.OutsidePriceBox);
        }
    }

    /// <summary>d = c·v exactly; v holds something.</summary>
    private static bool IsProportional(ReadOnlySpan<UInt256> balances, ReadOnlySpan<UInt256> deposit)
    {
        int reference = 0;
        while (reference < balances.Length - 1 && balances[reference].IsZero)
        {
            reference++;
        }

        for (int i = 0; i < balances.Length; i++)
        {
            if (UInt256.WrappingMultiply(deposit[i], balances[reference]) != UInt256.WrappingMultiply(deposit[reference], balances[i]))
            {
                return false;
            }
        }

        return true;
    }
}
