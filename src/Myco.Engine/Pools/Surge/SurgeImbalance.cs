using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Surge;

/// <summary>How far balances lie from their median, and whether a change makes that worse beyond a threshold.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.15.</remarks>
internal static class SurgeImbalance
{
    /// <summary>The middle balance, or (sum of the two middle ones) div 2; <see cref="Revert.AdditionOverflow"/>.</summary>
    /// <param name="balances">1 to 8 of them.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    public static UInt256 Median(ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        if (!TokenAmounts.Holds(balances, ref fault))
        {
            return default;
        }

        TokenAmounts storage = default;
        Span<UInt256> sorted = storage[..balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            int place = i;
            for (; place > 0 && sorted[place - 1] > balances[i]; place--)
            {
                sorted[place] = sorted[place - 1];
            }

            sorted[place] = balances[i];
        }

        int middle = sorted.Length / 2;
        return (sorted.Length & 1) == 1 ? sorted[middle] : UInt256.Add(sorted[middle - 1], sorted[middle], ref fault) >> 1;
    }

    /// <summary>⌊Σ|b − median| / Σb⌋, 18 decimals; <see cref="Revert.DivisionByZero"/> of an empty pool.</summary>
    /// <param name="balances">1 to 8 of them.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    public static UInt256 Of(ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        UInt256 median = Median(balances, ref fault);
        UInt256 sum = default, distances = default;
        foreach (ref readonly UInt256 balance in balances)
        {
            UInt256 distance = balance > median ? UInt256.WrappingSubtract(balance, median) : UInt256.WrappingSubtract(median, balance);
            sum = UInt256.Add(sum, balance, ref fault);
            distances = UInt256.Add(distances, distance, ref fault);
        }

        return Decimal18.DivideDown(distances, sum, ref fault);
    }

    /// <summary>True when the new imbalance is not zero, above the old one and above the threshold.</summary>
    /// <param name="before">The balances before the operation.</param>
    /// <param name="after">The balances after it.</param>
    /// <param name="threshold">18 decimals.</param>
    /// <param name="imbalance">The new imbalance.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    public static bool IsSurging(
        ReadOnlySpan<UInt256> before, ReadOnlySpan<UInt256> after, in UInt256 threshold, out UInt256 imbalance, ref Fault fault)
    {
        imbalance = Of(after, ref fault);
        return !imbalance.IsZero && imbalance > Of(before, ref fault) && imbalance > threshold;
    }
}
