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

    /// <inheritdoc/>
    public int TokenCount => _parameters?.Count ?? 0;

    /// <summary>The parameters.</summary>
    public ExactEllipsoidParameters Parameters => _parameters;

    /// <summary>The balances.</summary>
    [UnscopedRef]
    public ReadOnlySpan<UInt256> Balances => ((ReadOnlySpan<UInt256>)_balances)[..TokenCount];

    /// <summary>The state of these balances.</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances.</param>
    /// <param name="state">The state; without meaning when refused.</param>
    /// <returns><see cref="Revert.InvalidArgument"/> a balance too few or too many; <see cref="Revert.BalanceTooLarge"/> 2¹¹³ or more;
    /// <see cref="Revert.OutsideSurface"/> vᵀMv &lt; 0.</returns>
    public static Revert TryPrepare(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, out ExactEllipsoidState state)
    {
        Fault fault = default;
        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        state = fault.IsRaised ? default : new(parameters, point, balances);
        return fault.ToRevert();
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault) || amountIn.IsZero || !ExactEllipsoidPoint.IsBalance(amountIn))
        {
            fault.Raise(Revert.InvalidArgument);
            return new(default, fault);
        }

        UInt256 amountOut = ExactEllipsoidSwap.ExactIn(_parameters, _point, Balances, tokenIn, tokenOut, amountIn.Low, ref fault);
        ExactEllipsoidPool.RequirePositive(amountOut, ref fault);
        return new(amountOut, fault);
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault) || amountOut.IsZero || amountOut > Balances[tokenOut])
        {
            fault.Raise(Revert.InvalidArgument);
            return new(default, fault);
        }

        return new(ExactEllipsoidSwap.ExactOut(_parameters, _point, Balances, tokenIn, tokenOut, amountOut.Low, ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(ExactEllipsoidMarginalPayout.Compute(_parameters, _point, tokenIn, tokenOut, ref fault), fault)
            : new(default, fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        if (_parameters is null)
        {
            fault.Raise(Revert.InvalidParameters);
            return new(default, fault);
        }

        UInt256 lower = ExactEllipsoidInvariant.Down(_parameters, Balances, _point.Root, ref fault);
        return new(lower >> _parameters.LinearBits, fault);
    }

    [InlineArray(ExactEllipsoidParameters.LargestCount)]
    private struct EightBalances
    {
        private UInt256 _first;
    }
}
