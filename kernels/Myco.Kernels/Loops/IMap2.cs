using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>An element-wise formula of two inputs, written once for every width.</summary>
/// <remarks>Implemented by a structure whose fields are the formula's constants; as a type argument it costs no call.</remarks>
public interface IMap2
{
    /// <summary>The formula, for a pack of elements. It may use no element for another's result.</summary>
    TLane Apply<TLane>(TLane x, TLane y)
        where TLane : struct, ILane<TLane>;
}
