using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>What the reductions of every number of inputs have in common.</summary>
public interface IReduction
{
    /// <summary>What every accumulator starts from, and the result for no elements.</summary>
    double Identity { get; }

    /// <summary>Two accumulators made one.</summary>
    TLane Combine<TLane>(TLane first, TLane second)
        where TLane : struct, ILane<TLane>;
}
