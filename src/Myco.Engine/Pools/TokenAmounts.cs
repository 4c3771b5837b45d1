using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>One amount a token, in place: what an operation works on without allocating.</summary>
[InlineArray(Capacity)]
internal struct TokenAmounts
{
    /// <summary>The most tokens a pool may have.</summary>
    public const int Capacity = 8;

    private UInt256 _first;

    /// <summary>True for 1 to 8 amounts; else raises <see cref="Revert.TokenCountMismatch"/>.</summary>
    public static bool Holds(ReadOnlySpan<UInt256> amounts, ref Fault fault)
    {
        bool holds = amounts.Length is >= 1 and <= Capacity;
        if (!holds)
        {
            fault.Raise(Revert.TokenCountMismatch);
        }

        return holds;
    }
}
