using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The cubic a·L³ − mb·L² − mc·L − md = 0 whose largest root is the invariant, 18 decimals.</summary>
/// <param name="A">1 − α, with α the cube of its root.</param>
/// <param name="Mb">(x + y + z)·α^(2/3).</param>
/// <param name="Mc">(xy + yz + zx)·α^(1/3).</param>
/// <param name="Md">xyz.</param>
internal readonly record struct Clp3CubicTerms(UInt256 A, UInt256 Mb, UInt256 Mc, UInt256 Md);
