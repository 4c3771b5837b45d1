using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>The limit on how far a stable pool's balances may lie apart.</summary>
/// <remarks>largest div smallest must be below 10 000; a balance of zero is a division by zero. Source: spec/04-onchain-math.md §1.13.</remarks>
internal static class StableImbalance
{
    private const ulong Limit = 10_000;

    /// <summary>Raises <see cref="Revert.MaxImbalanceRatioExceeded"/> where these balances lie too far apart.</summary>
    public static void Check(ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        if (TokenAmounts.Holds(balances, ref fault))
        {
            Extremes(balances, out UInt256 smallest, out UInt256 largest);
            Check(smallest, largest, ref fault);
        }
    }

    /// <summary>As above, after a swap: what rose is held against the largest of the old balances, what fell against the smallest.</summary>
    /// <remarks>An old extreme that moved inwards still counts, as in the contract.</remarks>
    public static void CheckAfter(ReadOnlySpan<UInt256> balances, in UInt256 risen, in UInt256 fallen, ref Fault fault)
    {
        if (TokenAmounts.Holds(balances, ref fault))
        {
            Extremes(balances, out UInt256 smallest, out UInt256 largest);
            Check(UInt256.Min(smallest, fallen), UInt256.Max(largest, risen), ref fault);
        }
    }

    private static void Check(in UInt256 smallest, in UInt256 largest, ref Fault fault)
    {
        if (UInt256.Divide(largest, smallest, ref fault) >= Limit)
        {
            fault.Raise(Revert.MaxImbalanceRatioExceeded);
        }
    }

    private static void Extremes(ReadOnlySpan<UInt256> balances, out UInt256 smallest, out UInt256 largest)
    {
        smallest = balances[0];
        largest = balances[0];
        foreach (ref readonly UInt256 balance in balances[1..])
        {
            smallest = UInt256.Min(smallest, balance);
            largest = UInt256.Max(largest, balance);
        }
    }
}
