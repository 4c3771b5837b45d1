using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>An amplification that moves evenly from one value to another.</summary>
/// <param name="Start">A·1000 until the start time.</param>
/// <param name="End">A·1000 from the end time on.</param>
/// <param name="StartTime">Seconds.</param>
/// <param name="EndTime">Seconds.</param>
/// <remarks>Source: spec/04-onchain-math.md §1.13.</remarks>
public readonly record struct AmplificationSchedule(UInt256 Start, UInt256 End, UInt256 StartTime, UInt256 EndTime)
{
    /// <summary>True before the end time.</summary>
    public bool IsMoving(in UInt256 time) => time < EndTime;

    /// <summary>A·1000 at that time: start ± (|end − start|·(time − start time)) div (end time − start time), cut before the sign.</summary>
    /// <remarks><see cref="Revert.SubtractionOverflow"/> of a time before the start.</remarks>
    public UInt256 At(in UInt256 time, ref Fault fault)
    {
        if (!IsMoving(time))
        {
            return End;
        }

        UInt256 passed = UInt256.Subtract(time, StartTime, ref fault);
        UInt256 duration = UInt256.Subtract(EndTime, StartTime, ref fault);
        bool rises = End > Start;
        UInt256 distance = rises ? UInt256.WrappingSubtract(End, Start) : UInt256.WrappingSubtract(Start, End);
        UInt256 change = UInt256.Divide(UInt256.Multiply(distance, passed, ref fault), duration, ref fault);
        return rises ? UInt256.Add(Start, change, ref fault) : UInt256.Subtract(Start, change, ref fault);
    }
}
