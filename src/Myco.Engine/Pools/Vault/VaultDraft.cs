using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A pool's numbers in the course of an operation: what the state becomes, unless the operation is refused.</summary>
internal struct VaultDraft
{
    private readonly int _tokenCount;
    private TokenAmounts _raw;
    private TokenAmounts _live;
    private TokenAmounts _swapFees;
    private TokenAmounts _yieldFees;

    /// <summary>A draft of nothing, for that many tokens.</summary>
    public VaultDraft(int tokenCount) => _tokenCount = tokenCount;

    /// <summary>The supply of pool tokens.</summary>
    public UInt256 TotalSupply { get; set; }

    /// <summary>The raw balances.</summary>
    [UnscopedRef]
    public Span<UInt256> Raw => _raw[.._tokenCount];

    /// <summary>The live balances.</summary>
    [UnscopedRef]
    public Span<UInt256> Live => _live[.._tokenCount];

    /// <summary>Aggregate swap fees collected so far, raw.</summary>
    [UnscopedRef]
    public Span<UInt256> SwapFees => _swapFees[.._tokenCount];

    /// <summary>Aggregate yield fees collected so far, raw.</summary>
    [UnscopedRef]
    public Span<UInt256> YieldFees => _yieldFees[.._tokenCount];

    /// <summary>Refuses what the vault's packed words do not hold: <see cref="Revert.BalanceOverflow"/> from 2¹²⁸ on.</summary>
    public void CheckWords(ref Fault fault)
    {
        UInt256 all = Union(Raw) | Union(Live) | Union(SwapFees) | Union(YieldFees);
        if (!all.FitsUInt128)
        {
            fault.Raise(Revert.BalanceOverflow);
        }
    }

    /// <summary>Sets the supply; <see cref="Revert.PoolTotalSupplyTooLow"/> below the least.</summary>
    public void SetSupply(in UInt256 supply, ref Fault fault)
    {
        TotalSupply = supply;
        if (supply < VaultLimits.MinimumSupply)
        {
            fault.Raise(Revert.PoolTotalSupplyTooLow);
        }
    }

    private static UInt256 Union(ReadOnlySpan<UInt256> words)
    {
        UInt256 all = default;
        foreach (ref readonly UInt256 word in words)
        {
            all |= word;
        }

        return all;
    }
}
