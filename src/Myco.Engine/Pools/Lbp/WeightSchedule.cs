using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>The weight of the token for sale over the time of the sale; the reserve has what is left to 1.</summary>
/// <param name="StartTime">The first second of the sale.</param>
/// <param name="EndTime">The last second of the sale.</param>
/// <param name="StartWeight">The project token's weight at the start, 18 decimals.</param>
/// <param name="EndWeight">The project token's weight at the end, 18 decimals.</param>
/// <remarks>Only the project token's weight is interpolated. Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly record struct WeightSchedule(ulong StartTime, ulong EndTime, UInt256 StartWeight, UInt256 EndWeight)
{
    /// <summary>The project token's weight at that time, for weights up to 1.</summary>
    public UInt256 ProjectWeightAt(ulong time)
    {
        Fault none = default;
        return GradualValue.At(StartWeight, EndWeight, StartTime, EndTime, time, ref none);
    }

    /// <summary>1 − the project token's weight.</summary>
    public UInt256 ReserveWeightAt(ulong time) => Decimal18.Complement(ProjectWeightAt(time));

    /// <summary>True from the start to the end, both included: when swaps are open.</summary>
    public bool IsOpenAt(ulong time) => time >= StartTime && time <= EndTime;
}
