using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>An E-CLP at given balances: the invariant, the offsets, the bounds and the constant terms of both directions are kept.</summary>
/// <remarks>Quotes equal those of <see cref="EclpPool.OnSwap"/> to the last digit. Amounts carry <see cref="ExactWarning.AllowancesTooSmall"/> where
/// λ ≥ 10⁷ and a balance, before the swap, is at least 10³⁰ units. Source: spec/04-onchain-math.md §1.3, §2.</remarks>
public readonly struct EclpState : IPoolState
{
    private readonly EclpParameters _parameters;
    private readonly UInt256 _balance0, _balance1;
    private readonly EclpInvariantEstimate _estimate;
    private readonly KeptTerm _offset0, _offset1, _bound0, _bound1;
    private readonly EclpSide _side0, _side1;
    private readonly ExactWarning _warning;

    private EclpState(EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, in EclpInvariantEstimate estimate)
    {
        EclpVector vector = estimate.ToVector();
        (_parameters, _balance0, _balance1, _estimate) = (parameters, balance0, balance1, estimate);
        Fault fault = default;
        _offset0 = new(EclpOffsets.Of(parameters.Side0, vector, ref fault), fault);
        _offset1 = new(EclpOffsets.Of(parameters.Side1, vector, ref fault), fault);
        fault = default;
        _bound0 = new(EclpBounds.Of(parameters.Side0, vector, ref fault), fault);
        fault = default;
        _bound1 = new(EclpBounds.Of(parameters.Side1, vector, ref fault), fault);
        _side0 = new(parameters.Side0, vector);
        _side1 = new(parameters.Side1, vector);
        _warning = EclpLimits.WarningOf(parameters, balance0, balance1);
    }

    /// <inheritdoc/>
    public int TokenCount => _parameters is null ? 0 : 2;

    /// <summary>r and err.</summary>
    public EclpInvariantEstimate Estimate => _estimate;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than two balances;
    /// <see cref="Revert.None"/> and the state otherwise.</returns>
    public static Revert TryPrepare(EclpParameters parameters, ReadOnlySpan<UInt256> balances, out EclpState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        state = default;
        if (balances.Length != 2)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        EclpInvariantEstimate estimate = EclpInvariant.Compute(parameters, balances[0], balances[1], ref fault);
        if (!fault.IsRaised)
        {
            state = new(parameters, balances[0], balances[1], estimate);
        }

        return fault.ToRevert();
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        bool isFirst = tokenIn == 0;
        Int256 newIn = Int256.FromUnsigned(UInt256.Add(isFirst ? _balance0 : _balance1, amountIn, ref fault), ref fault);
        EclpSwap.RequireWithin(newIn, (isFirst ? _bound0 : _bound1).Take(ref fault), ref fault);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        UInt256 newOut = BalanceFor(isFirst, newIn, ref fault).ToUnsigned(ref fault);
        return new(UInt256.Subtract(isFirst ? _balance1 : _balance0, newOut, ref fault), fault, _warning);
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        bool isFirst = tokenIn == 0;
        Int256 newOut = EclpSwap.Remaining(isFirst ? _balance1 : _balance0, amountOut, ref fault);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        Int256 newIn = BalanceFor(!isFirst, newOut, ref fault);
        EclpSwap.RequireWithin(newIn, (isFirst ? _bound0 : _bound1).Take(ref fault), ref fault);
        return new(UInt256.Subtract(newIn.ToUnsigned(ref fault), isFirst ? _balance0 : _balance1, ref fault), fault, _warning);
    }

    /// <inheritdoc/>
    /// <remarks>Token 0 in token 1: the contract's calcSpotPrice0in1 at r. Token 1 in token 0: ⌊1/that⌋; the contract has no such function.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        UInt256 price = EclpMarginalPayout.Token0InToken1(_parameters, _balance0, _balance1, _estimate.Value, ref fault);
        return new(tokenIn == 0 ? price : Decimal18.DivideDown(Decimal18.One, price, ref fault), fault);
    }

    /// <inheritdoc/>
    /// <remarks>r − err; <see cref="Revert.CastToUnsignedOverflow"/> where that is negative, as for dust.</remarks>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        _ = TokenPair.IsToken(0, TokenCount, ref fault);
        return new(Int256.Subtract(_estimate.Value, _estimate.Error, ref fault).ToUnsigned(ref fault), fault);
    }

    private Int256 BalanceFor(bool isFirst, in Int256 balance, ref Fault fault)
    {
        Int256 offset0 = _offset0.Take(ref fault), offset1 = _offset1.Take(ref fault);
        return isFirst
            ? _side0.OtherBalance(balance, offset0, offset1, ref fault)
            : _side1.OtherBalance(balance, offset1, offset0, ref fault);
    }
}
