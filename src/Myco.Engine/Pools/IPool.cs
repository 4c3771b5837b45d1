using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>A pool contract's mathematics as the vault calls it: on live balances of 18 decimals, without fees.</summary>
/// <remarks>Implemented by structs, so that the vault's calls are direct. Nothing throws: what reverts on chain raises the fault.
/// Source: spec/04-onchain-math.md §1.11 to §1.13.</remarks>
public interface IPool
{
    /// <summary>How many tokens the pool has, 2 to 8.</summary>
    int TokenCount { get; }

    /// <summary>The least ratio by which one removal may change the invariant, 18 decimals.</summary>
    UInt256 MinimumInvariantRatio { get; }

    /// <summary>The largest ratio by which one deposit may change the invariant, 18 decimals.</summary>
    UInt256 MaximumInvariantRatio { get; }

    /// <summary>The amount out for an amount in, or the amount in for an amount out.</summary>
    UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault);

    /// <summary>The invariant of these balances.</summary>
    UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault);

    /// <summary>The balance of one token at which the invariant is ratio times that of these balances.</summary>
    UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault);
}
