using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>The least balance of a token in a weighted pool.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.13.</remarks>
internal static class MinimumBalance
{
    /// <summary>The most decimals a token may have.</summary>
    public const int MostDecimals = 18;

    private const ulong Least = 1_000_000;

    /// <summary>max(10⁶, 10^(18 − decimals)): a millionth of a millionth, or one unit of the token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">decimals lies outside 0 to 18.</exception>
    public static UInt256 Of(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        return Math.Max(UnitOf(decimals), Least);
    }

    /// <summary>As above, or 0 where the version has none.</summary>
    internal static UInt256 Of(int decimals, WeightedVersion version) => version == WeightedVersion.Current ? Of(decimals) : default;

    /// <summary>10^(18 − decimals): one unit of a token, 18 decimals.</summary>
    internal static ulong UnitOf(int decimals)
    {
        ulong unit = 1;
        for (int i = decimals; i < MostDecimals; i++)
        {
            unit *= 10;
        }

        return unit;
    }

    /// <summary>Raises <see cref="Revert.TokenBalanceBelowMin"/> for a balance below its minimum.</summary>
    internal static void Require(in UInt256 balance, in UInt256 minimum, ref Fault fault)
    {
        if (balance < minimum)
        {
            fault.Raise(Revert.TokenBalanceBelowMin);
        }
    }
}
