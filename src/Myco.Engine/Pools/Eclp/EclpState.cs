using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>An E-CLP at given balances: the invariant, the offsets, the bounds and the constant terms of both directions are kept.</summary>
/// <remarks>Quotes equal those of <see cref="EclpPool.OnSwap"/> to the last digit. Amounts carry <see cref="ExactWarning.AllowancesTooSmall"/> where
/// λ ≥ 10⁷ and a balance, before the swap, is at least 10³⁰ units. The price of token 0 is the contract's at r; of token 1, which the contract does not have,
/// ⌊1/that⌋. The invariant is r − err: <see cref="Revert.CastToUnsignedOverflow"/> where that is negative, as for dust. Source: spec/04-onchain-math.md §1.3,
/// §2.</remarks>
// No local is read before it is set, as in EclpSide.
[SkipLocalsInit]
public readonly struct EclpState : IPoolState
{
    private readonly EclpParameters _parameters;
    private readonly UInt256 _balance0, _balance1;
    private readonly EclpInvariantEstimate _estimate;
    private readonly Kept<Int256> _offset0, _offset1, _bound0, _bound1;
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

    int IPoolState.TokenCount => _parameters is null ? 0 : 2;

    ExactWarning IPoolState.Warning => _warning;

    /// <summary>r and err.</summary>
    internal EclpInvariantEstimate Estimate => _estimate;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than two balances;
    /// <see cref="Revert.None"/> and the pool otherwise.</returns>
    public static Revert TryPrepare(EclpParameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<EclpState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        pool = default;
        if (balances.Length != 2)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        EclpInvariantEstimate estimate = EclpInvariant.Compute(parameters, balances[0], balances[1], ref fault);
        if (!fault.IsRaised)
        {
            pool = new(new(parameters, balances[0], balances[1], estimate));
        }

        return fault.ToRevert();
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        bool isFirst = tokenIn == 0;
        ref readonly UInt256 balanceIn = ref isFirst ? ref _balance0 : ref _balance1;
        ref readonly UInt256 balanceOut = ref isFirst ? ref _balance1 : ref _balance0;
        ref readonly Kept<Int256> bound = ref isFirst ? ref _bound0 : ref _bound1;
        if (kind == SwapKind.ExactIn)
        {
            Int256 raised = Int256.FromUnsigned(UInt256.Add(balanceIn, amount, ref fault), ref fault);
            EclpSwap.RequireWithin(raised, bound.Take(ref fault), ref fault);
            UInt256 newOut = fault.IsRaised ? default : OtherBalance(isFirst, raised, ref fault).ToUnsigned(ref fault);
            return UInt256.Subtract(balanceOut, newOut, ref fault);
        }

        Int256 lowered = EclpSwap.Remaining(balanceOut, amount, ref fault);
        Int256 newIn = fault.IsRaised ? default : OtherBalance(!isFirst, lowered, ref fault);
        EclpSwap.RequireWithin(newIn, bound.Take(ref fault), ref fault);
        return UInt256.Subtract(newIn.ToUnsigned(ref fault), balanceIn, ref fault);
    }

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        UInt256 price = EclpMarginalPayout.Token0InToken1(_parameters, _balance0, _balance1, _estimate.Value, ref fault);
        return tokenIn == 0 ? price : Decimal18.DivideDown(Decimal18.One, price, ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => Int256.Subtract(_estimate.Value, _estimate.Error, ref fault).ToUnsigned(ref fault);

    private Int256 OtherBalance(bool isFirst, in Int256 balance, ref Fault fault)
    {
        Int256 offset0 = _offset0.Take(ref fault), offset1 = _offset1.Take(ref fault);
        return isFirst
            ? _side0.OtherBalance(balance, offset0, offset1, ref fault)
            : _side1.OtherBalance(balance, offset1, offset0, ref fault);
    }
}
