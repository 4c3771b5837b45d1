using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The quadratic A·L² − mb·L − mc = 0 whose larger root is the invariant, 18 decimals.</summary>
/// <param name="A">1 − √α/√β.</param>
/// <param name="Mb">y/√β + x·√α.</param>
/// <param name="BSquare">mb², computed from its three products.</param>
/// <param name="Mc">x·y.</param>
internal readonly record struct Clp2QuadraticTerms(UInt256 A, UInt256 Mb, UInt256 BSquare, UInt256 Mc);
