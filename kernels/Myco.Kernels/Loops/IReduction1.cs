using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>A reduction of one input to one number, written once for every width.</summary>
/// <remarks>Implemented by a structure whose fields are the formula's constants; as a type argument it costs no call.</remarks>
public interface IReduction1 : IReduction
{
    /// <summary>Takes one more pack of elements into the accumulators.</summary>
    void Accumulate<TLane>(ref TLane accumulator, TLane x)
        where TLane : struct, ILane<TLane>;
}
