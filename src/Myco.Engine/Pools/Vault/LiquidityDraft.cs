using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>The amounts of a deposit or withdrawal in the course of the operation.</summary>
internal struct LiquidityDraft
{
    private readonly int _tokenCount;
    private TokenAmounts _amounts;
    private TokenAmounts _fees;
    private TokenAmounts _raw;

    /// <summary>Amounts of nothing, for that many tokens.</summary>
    public LiquidityDraft(int tokenCount) => _tokenCount = tokenCount;

    /// <summary>What is paid, live.</summary>
    [UnscopedRef]
    public Span<UInt256> Amounts => _amounts[.._tokenCount];

    /// <summary>The fees, live.</summary>
    [UnscopedRef]
    public Span<UInt256> Fees => _fees[.._tokenCount];

    /// <summary>What is paid, raw.</summary>
    [UnscopedRef]
    public Span<UInt256> Raw => _raw[.._tokenCount];
}
