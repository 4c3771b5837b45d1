using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>One amount a token, in place: what an operation works on without allocating.</summary>
[InlineArray(Capacity)]
internal struct TokenAmounts
{
    /// <summary>The most tokens a pool may have.</summary>
    public const int Capacity = 8;

    private UInt256 _first;
}
