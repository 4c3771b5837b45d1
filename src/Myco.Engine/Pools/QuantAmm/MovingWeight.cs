using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A weight that moves by a multiplier each second, and the clock it moves by.</summary>
/// <remarks>Nothing normalises the weights, nor keeps them from zero: that is left to whoever sets them. Source: spec/04-onchain-math.md §1.17.</remarks>
internal static class MovingWeight
{
    private const ulong ClockMask = (1UL << 40) - 1;

    /// <summary>weight + multiplier·seconds, 18 decimals.</summary>
    /// <remarks>A negative weight is read as the unsigned number of its bits. <see cref="Revert.SubtractionOverflow"/> below zero,
    /// <see cref="Revert.AdditionOverflow"/>, <see cref="Revert.MultiplicationOverflow"/>.</remarks>
    public static UInt256 At(in Int256 weight, in Int256 multiplier, in UInt256 seconds, ref Fault fault)
    {
        // The contract scales the multiplier by 10¹⁸ and takes that out again: exact, but for the room it needs.
        Int256 scaled = Int256.Multiply(multiplier, SignedDecimal18.One, ref fault);
        UInt256 change = Decimal18.MultiplyDown(scaled.Magnitude, seconds, ref fault);
        return multiplier.IsPositive ? UInt256.Add(weight.Bits, change, ref fault) : UInt256.Subtract(weight.Bits, change, ref fault);
    }

    /// <summary>The seconds from the last update to now, at most to the last second of interpolation; <see cref="Revert.SubtractionOverflow"/> before the
    /// update.</summary>
    public static ulong Elapsed(ulong timestamp, ulong lastUpdateTime, ulong lastInterpolationTime, ref Fault fault)
    {
        ulong clock = Clock(timestamp, lastInterpolationTime);
        if (clock < lastUpdateTime)
        {
            fault.Raise(Revert.SubtractionOverflow);
            return 0;
        }

        return clock - lastUpdateTime;
    }

    /// <summary>As <see cref="Elapsed"/>, unchecked in 40 bits: before the update, close to 2⁴⁰.</summary>
    public static ulong ElapsedUnchecked(ulong timestamp, ulong lastUpdateTime, ulong lastInterpolationTime) =>
        (Clock(timestamp, lastInterpolationTime) - lastUpdateTime) & ClockMask;

    private static ulong Clock(ulong timestamp, ulong lastInterpolationTime) =>
        timestamp >= lastInterpolationTime ? lastInterpolationTime : timestamp & ClockMask;
}
