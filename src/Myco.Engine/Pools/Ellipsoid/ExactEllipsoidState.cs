using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>A pool at given balances: Mv and √(vᵀMv) are kept, so that a quote is one quadratic and the check of prices.</summary>
/// <remarks>Amounts and refusals are those of <see cref="ExactEllipsoidPool"/>, but for the indices. Source: spec/06-exact-ellipsoid.md §2.</remarks>
public readonly struct ExactEllipsoidState : IPoolState
{
    private readonly ExactEllipsoidParameters _parameters;
    private readonly ExactEllipsoidPoint _point;
    private readonly EightBalances _balances;

    private ExactEllipsoidState(ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, ReadOnlySpan<UInt256> balances)
    {
        (_parameters, _point) = (parameters, point);
        balances.CopyTo(_balances);
    }

    int IPoolState.TokenCount => _parameters?.Count ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The parameters.</summary>
    public ExactEllipsoidParameters Parameters => _parameters;

    /// <summary>The balances.</summary>
    [UnscopedRef]
    public ReadOnlySpan<UInt256> Balances => ((ReadOnlySpan<UInt256>)_balances)[..(_parameters?.Count ?? 0)];

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances.</param>
    /// <param name="pool">The pool; one that refuses everything when refused.</param>
    /// <returns><see cref="Revert.InvalidArgument"/> a balance too few or too many; <see cref="Revert.BalanceTooLarge"/> 2¹¹³ or more;
    /// <see cref="Revert.OutsideSurface"/> vᵀMv &lt; 0.</returns>
    public static Revert TryPrepare(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<ExactEllipsoidState> pool)
    {
        Fault fault = default;
        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        pool = fault.IsRaised ? default : new(new(parameters, point, balances));
        return fault.ToRevert();
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        bool isExactIn = kind == SwapKind.ExactIn;
        if (amount.IsZero || (isExactIn ? !ExactEllipsoidPoint.IsBalance(amount) : amount > _balances[tokenOut]))
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        if (!isExactIn)
        {
            return ExactEllipsoidSwap.ExactOut(_parameters, _point, Balances, tokenIn, tokenOut, amount.Low, ref fault);
        }

        UInt256 amountOut = ExactEllipsoidSwap.ExactIn(_parameters, _point, Balances, tokenIn, tokenOut, amount.Low, ref fault);
        ExactEllipsoidPool.RequirePositive(amountOut, ref fault);
        return amountOut;
    }

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault) =>
        ExactEllipsoidMarginalPayout.Compute(_parameters, _point, tokenIn, tokenOut, ref fault);

    UInt256 IPoolState.Invariant(ref Fault fault) => ExactEllipsoidInvariant.Down(_parameters, Balances, _point.Root, ref fault) >> _parameters.LinearBits;

    [InlineArray(ExactEllipsoidParameters.LargestCount)]
    private struct EightBalances
    {
        private UInt256 _first;
    }
}
