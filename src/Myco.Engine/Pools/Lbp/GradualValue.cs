using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A value that moves on a straight line between two times.</summary>
/// <remarks>Times in seconds, values with 18 decimals. Source: spec/04-onchain-math.md §1.16.</remarks>
internal static class GradualValue
{
    /// <summary>1 from the end on, else 0 up to the start, else ⌊(time − start)/(end − start)⌋.</summary>
    public static UInt256 Progress(ulong startTime, ulong endTime, ulong time)
    {
        if (time >= endTime)
        {
            return Decimal18.One;
        }

        Fault none = default;
        return time <= startTime ? default : Decimal18.DivideDown(time - startTime, endTime - startTime, ref none);
    }

    /// <summary>The end value from progress 1 on, the start value at progress 0, between them start ± ⌊progress·|end − start|⌋.</summary>
    /// <remarks><see cref="Revert.MultiplicationOverflow"/> where the product does not fit.</remarks>
    public static UInt256 Interpolate(in UInt256 startValue, in UInt256 endValue, in UInt256 progress, ref Fault fault)
    {
        if (progress >= Decimal18.One || startValue == endValue)
        {
            return endValue;
        }

        return startValue > endValue
            ? UInt256.Subtract(startValue, Step(endValue, startValue, progress, ref fault), ref fault)
            : UInt256.Add(startValue, Step(startValue, endValue, progress, ref fault), ref fault);
    }

    /// <summary>The value at that time.</summary>
    public static UInt256 At(
        in UInt256 startValue, in UInt256 endValue, ulong startTime, ulong endTime, ulong time, ref Fault fault) =>
        Interpolate(startValue, endValue, Progress(startTime, endTime, time), ref fault);

    private static UInt256 Step(in UInt256 lower, in UInt256 upper, in UInt256 progress, ref Fault fault) =>
        Decimal18.MultiplyDown(progress, UInt256.Subtract(upper, lower, ref fault), ref fault);
}
