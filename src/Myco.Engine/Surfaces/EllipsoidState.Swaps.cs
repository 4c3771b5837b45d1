using System.Runtime.CompilerServices;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <content>Swaps.</content>
public sealed partial class EllipsoidState
{
    /// <summary>The rows that batches load; see <see cref="SwapTable"/>.</summary>
    internal ReadOnlySpan<SwapRow> Rows => _rows;

    /// <summary>The amount out for an amount in.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amountIn">The amount paid in, in surface units; amountIn·(1 − fee) reaches the curve.</param>
    /// <param name="fee">The part of the amount in that stays in the pool, at least 0 and below 1.</param>
    public Quote SwapExactIn(int assetIn, int assetOut, double amountIn, double fee = 0) =>
        QuoteSwap(SwapKind.ExactIn, assetIn, assetOut, amountIn, fee);

    /// <summary>The amount in for an amount out.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amountOut">The amount paid out, in surface units.</param>
    /// <param name="fee">The part of the amount in that stays in the pool: the curve's amount is divided by 1 − fee.</param>
    public Quote SwapExactOut(int assetIn, int assetOut, double amountOut, double fee = 0) =>
        QuoteSwap(SwapKind.ExactOut, assetIn, assetOut, amountOut, fee);

    /// <summary>The largest amount that can be swapped without a fee: of the asset in for <see cref="SwapKind.ExactIn"/>, of the asset
    /// out for <see cref="SwapKind.ExactOut"/>.</summary>
    /// <param name="kind">Which amount is told.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <remarks>In surface units. A third asset's price may leave a gap of infeasible amounts below it. 0 where nothing can be swapped.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, an asset is not of this surface, or both are the same.</exception>
    public double LargestAmount(SwapKind kind, int assetIn, int assetOut)
    {
        StateGuards.CheckKind(kind);
        StateGuards.CheckPair(assetIn, assetOut, Dimension);
        return _swaps.LastLimit(kind, assetIn, assetOut);
    }

    /// <summary>A swap of either kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Quote QuoteSwap(SwapKind kind, int assetIn, int assetOut, double amount, double fee)
    {
        int dimension = _dimension;
        if ((uint)assetIn < (uint)dimension && (uint)assetOut < (uint)dimension)
        {
            ref readonly SwapRow row = ref _rows[SwapTable.Index(dimension, kind, assetIn, assetOut)];
            if (fee == 0 && amount > 0 && amount <= row.Limit)
            {
                return new(SwapQuadratic.Solve(in row, amount), QuoteStatus.Ok);
            }

            double given = kind == SwapKind.ExactIn ? amount * (1 - fee) : amount;
            if (fee > 0 && fee < 1 && given > 0 && given <= row.Limit)
            {
                double result = SwapQuadratic.Solve(in row, given);
                return new(kind == SwapKind.ExactIn ? result : result / (1 - fee), QuoteStatus.Ok);
            }
        }

        return QuoteSwapSlowly(kind, assetIn, assetOut, amount, fee);
    }

    /// <summary>A swap that the row alone does not settle: a pair's first, a refused one, one beyond a gap of
    /// the feasible amounts, or one whose discriminant cancels.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Quote QuoteSwapSlowly(SwapKind kind, int assetIn, int assetOut, double amount, double fee)
    {
        QuoteStatus status = AmountCheck.Swap(Dimension, assetIn, assetOut, amount, fee);
        if (status != QuoteStatus.Ok)
        {
            return Quote.Refuse(status);
        }

        double given = kind == SwapKind.ExactIn ? amount * (1 - fee) : amount;
        bool feasible = given <= _swaps.FirstLimit(kind, assetIn, assetOut)
            || (given <= _swaps.LastLimit(kind, assetIn, assetOut) && _extended.IsFeasible(kind, assetIn, assetOut, given));
        if (!feasible || given == 0)
        {
            return Quote.Refuse(QuoteStatus.Infeasible);
        }

        ref readonly SwapRow row = ref _rows[_swaps.Index(kind, assetIn, assetOut)];
        double result = given <= row.Limit ? SwapQuadratic.Solve(in row, given)
            : SwapReach.Cancels(in row, given, SwapReach.ExtendedDiscriminant) ? PreciseSwap.Solve(Surface, _balances, _balancesLow, kind, assetIn, assetOut, given).X0
            : double.NaN;
        result = double.IsNaN(result) ? _extended.Swap(kind, assetIn, assetOut, given) : result;
        return new(kind == SwapKind.ExactIn ? result : result / (1 - fee), QuoteStatus.Ok);
    }
}
