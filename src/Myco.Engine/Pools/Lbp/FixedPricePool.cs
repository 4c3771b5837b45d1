using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A fixed-price liquidity bootstrapping pool at a time, as the vault calls it.</summary>
/// <remarks>Only the reserve can be paid in. Source: spec/04-onchain-math.md §1.13, §1.16; no vectors cover it. The invariant, which the source leaves open, is the
/// pool's worth in the reserve: reserve + project·price.</remarks>
public readonly struct FixedPricePool : IPool
{
    private readonly FixedPriceParameters _parameters;
    private readonly ulong _timestamp;

    /// <summary>The pool in a block of that time, in seconds.</summary>
    public FixedPricePool(FixedPriceParameters parameters, ulong timestamp)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _timestamp = timestamp;
    }

    /// <inheritdoc/>
    public int TokenCount => 2;

    /// <inheritdoc/>
    public UInt256 MinimumInvariantRatio => default;

    /// <inheritdoc/>
    public UInt256 MaximumInvariantRatio => UInt256.MaxValue;

    /// <inheritdoc/>
    /// <remarks>⌊amount/price⌋ out, or ⌈amount·price⌉ in. In this order: <see cref="Revert.SwapsDisabled"/>, <see cref="Revert.SwapOfProjectTokenIn"/>, and
    /// <see cref="Revert.SubtractionOverflow"/> for more than the pool holds, which on chain the vault refuses.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        if (_timestamp < _parameters.StartTime || _timestamp > _parameters.EndTime)
        {
            fault.Raise(Revert.SwapsDisabled);
        }

        if (tokenIn == _parameters.ProjectToken)
        {
            fault.Raise(Revert.SwapOfProjectTokenIn);
        }

        UInt256 result = kind == SwapKind.ExactIn
            ? Decimal18.DivideDown(amount, _parameters.Price, ref fault)
            : Decimal18.MultiplyUp(amount, _parameters.Price, ref fault);
        _ = UInt256.Subtract(balances[tokenOut], kind == SwapKind.ExactIn ? result : amount, ref fault);
        return result;
    }

    /// <inheritdoc/>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 project = balances[_parameters.ProjectToken];
        UInt256 worth = rounding == Rounding.Up
            ? Decimal18.MultiplyUp(project, _parameters.Price, ref fault)
            : Decimal18.MultiplyDown(project, _parameters.Price, ref fault);
        return UInt256.Add(balances[1 - _parameters.ProjectToken], worth, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>Always <see cref="Revert.UnsupportedOperation"/>.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        fault.Raise(Revert.UnsupportedOperation);
        return default;
    }

    /// <summary>Token in, in units of token out: 1/price rounded down for the reserve; the project token cannot be sold.</summary>
    internal UInt256 MarginalPayout(int tokenIn, ref Fault fault)
    {
        if (tokenIn == _parameters.ProjectToken)
        {
            fault.Raise(Revert.SwapOfProjectTokenIn);
        }

        return Decimal18.DivideDown(Decimal18.One, _parameters.Price, ref fault);
    }
}
