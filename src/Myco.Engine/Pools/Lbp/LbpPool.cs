using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A liquidity bootstrapping pool at a time, as the vault calls it.</summary>
/// <remarks>A weighted pool with the weights of that time, whose reserve counts with the virtual balance. Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly struct LbpPool : IPool
{
    private readonly LbpParameters _parameters;
    private readonly ulong _timestamp;
    private readonly UInt256 _projectWeight;

    /// <summary>The pool in a block of that time, in seconds.</summary>
    public LbpPool(LbpParameters parameters, ulong timestamp)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _timestamp = timestamp;
        _projectWeight = parameters.Schedule.ProjectWeightAt(timestamp);
    }

    /// <inheritdoc/>
    public int TokenCount => 2;

    /// <inheritdoc/>
    public UInt256 MinimumInvariantRatio => WeightedInvariant.MinimumRatio;

    /// <inheritdoc/>
    public UInt256 MaximumInvariantRatio => WeightedInvariant.MaximumRatio;

    /// <summary>The weight of a token, 0 or 1, at this time.</summary>
    public UInt256 Weight(int token) => token == _parameters.ProjectToken ? _projectWeight : Decimal18.Complement(_projectWeight);

    /// <inheritdoc/>
    /// <remarks>In this order: <see cref="Revert.SwapsDisabled"/>, <see cref="Revert.SwapOfProjectTokenIn"/>, the weighted pool's refusals on effective balances,
    /// <see cref="Revert.InsufficientRealReserveBalance"/>.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 exponent = WeightedSwap.Exponent(kind, Weight(tokenIn), Weight(tokenOut), ref fault);
        return Swap(kind, balances[tokenIn], balances[tokenOut], tokenIn, exponent, amount, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>At any time, with the virtual balance.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault))
        {
            return default;
        }

        Span<UInt256> effective = stackalloc UInt256[2];
        Span<UInt256> weights = stackalloc UInt256[2];
        for (int i = 0; i < effective.Length; i++)
        {
            effective[i] = Effective(balances[i], i, ref fault);
            weights[i] = Weight(i);
        }

        return WeightedInvariant.OfPool(weights, _parameters.MinimumBalances, effective, rounding, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>Always <see cref="Revert.UnsupportedOperation"/>.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        fault.Raise(Revert.UnsupportedOperation);
        return default;
    }

    /// <summary>A swap of two valid tokens with its exponent.</summary>
    internal UInt256 Swap(
        SwapKind kind, in UInt256 balanceIn, in UInt256 balanceOut, int tokenIn, in UInt256 exponent, in UInt256 amount, ref Fault fault)
    {
        int tokenOut = 1 - tokenIn;
        if (!IsOpen(tokenOut, ref fault))
        {
            return default;
        }

        ReadOnlySpan<UInt256> minima = _parameters.MinimumBalances;
        UInt256 countedIn = WeightedSwap.CountedIn(Effective(balanceIn, tokenIn, ref fault), _parameters.Version, ref fault);
        UInt256 effectiveOut = Effective(balanceOut, tokenOut, ref fault);
        TradeLimit limit = new(kind == SwapKind.ExactIn ? countedIn : effectiveOut);
        UInt256 result = WeightedSwap.OnSwap(kind, countedIn, minima[tokenIn], effectiveOut, minima[tokenOut], exponent, limit, amount, ref fault);
        if (tokenOut == _parameters.ReserveToken && (kind == SwapKind.ExactIn ? result : amount) > balanceOut)
        {
            fault.Raise(Revert.InsufficientRealReserveBalance);
        }

        return result;
    }

    /// <summary>A balance as the formulas count it: the reserve's with its virtual part.</summary>
    internal UInt256 Effective(in UInt256 balance, int token, ref Fault fault) =>
        token == _parameters.ReserveToken ? UInt256.Add(balance, _parameters.ReserveVirtualBalance, ref fault) : balance;

    private bool IsOpen(int tokenOut, ref Fault fault)
    {
        if (!_parameters.Schedule.IsOpenAt(_timestamp))
        {
            fault.Raise(Revert.SwapsDisabled);
        }
        else if (_parameters.BlocksProjectTokenIn && tokenOut != _parameters.ProjectToken)
        {
            fault.Raise(Revert.SwapOfProjectTokenIn);
        }

        return !fault.IsRaised;
    }
}
