using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <content>Quotes and trades.</content>
public sealed partial class SteppedState
{
    /// <summary>As <see cref="EllipsoidState.SwapExactIn"/>, from the present balances.</summary>
    public Quote SwapExactIn(int assetIn, int assetOut, double amountIn, double fee = 0) =>
        Swap(SwapKind.ExactIn, assetIn, assetOut, amountIn, fee, false);

    /// <summary>As <see cref="EllipsoidState.SwapExactOut"/>, from the present balances.</summary>
    public Quote SwapExactOut(int assetIn, int assetOut, double amountOut, double fee = 0) =>
        Swap(SwapKind.ExactOut, assetIn, assetOut, amountOut, fee, false);

    /// <summary>Quotes a swap by its amount in and, when the status is Ok, applies it; the fee stays in the balances.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amountIn">The amount paid in, in surface units; amountIn·(1 − fee) reaches the curve.</param>
    /// <param name="fee">The part of the amount in that stays in the pool, at least 0 and below 1.</param>
    /// <returns>The amount out.</returns>
    public Quote ApplySwapExactIn(int assetIn, int assetOut, double amountIn, double fee = 0) =>
        Swap(SwapKind.ExactIn, assetIn, assetOut, amountIn, fee, true);

    /// <summary>Quotes a swap by its amount out and, when the status is Ok, applies it; the fee stays in the balances.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amountOut">The amount paid out, in surface units.</param>
    /// <param name="fee">The part of the amount in that stays in the pool, at least 0 and below 1.</param>
    /// <returns>The amount in: the curve's divided by 1 − fee.</returns>
    public Quote ApplySwapExactOut(int assetIn, int assetOut, double amountOut, double fee = 0) =>
        Swap(SwapKind.ExactOut, assetIn, assetOut, amountOut, fee, true);

    /// <summary>As <see cref="EllipsoidState.MintSingle"/>, from the present balances; after a trade the state is prepared anew for it, O(N²).</summary>
    public Quote MintSingle(int asset, double amount) => ToPrepared().MintSingle(asset, amount);

    /// <summary>As <see cref="EllipsoidState.Burn"/>, from the present balances; after a trade the state is prepared anew for it, O(N²).</summary>
    public Quote Burn(int asset, double fraction) => ToPrepared().Burn(asset, fraction);

    /// <summary>Quotes a deposit of one asset and, when the status is Ok, applies it.</summary>
    /// <param name="asset">The asset deposited.</param>
    /// <param name="amount">The amount in surface units, above 0.</param>
    /// <returns>The growth of the supply, δr/r.</returns>
    public Quote ApplyMintSingle(int asset, double amount)
    {
        Quote quote = MintSingle(asset, amount);
        return !quote.IsOk || TryChange(asset, amount, asset, 0) ? quote : Quote.Refuse(QuoteStatus.Infeasible);
    }

    /// <summary>Quotes a burn into one asset and, when the status is Ok, applies it.</summary>
    /// <param name="asset">The asset paid out.</param>
    /// <param name="fraction">The part of the supply burned, above 0 and at most 1.</param>
    /// <returns>The amount out, in surface units.</returns>
    public Quote ApplyBurn(int asset, double fraction)
    {
        Quote quote = Burn(asset, fraction);
        return !quote.IsOk || TryChange(asset, -quote.Amount, asset, 0) ? quote : Quote.Refuse(QuoteStatus.Infeasible);
    }

    /// <summary>Quotes a deposit of every asset and, when the status is Ok, applies it; the state is prepared anew, O(N²).</summary>
    /// <param name="deposits">N amounts in surface units, none below 0, at least one above.</param>
    /// <returns>The growth of the supply, δr/r.</returns>
    /// <exception cref="ArgumentException">The number of deposits is not N.</exception>
    public Quote ApplyMint(ReadOnlySpan<double> deposits)
    {
        Quote quote = ToPrepared().Mint(deposits);
        return !quote.IsOk || TryReplace(deposits, 1) ? quote : Quote.Refuse(QuoteStatus.Infeasible);
    }

    /// <summary>Quotes a proportional burn and, when the status is Ok, applies it; the state is prepared anew, O(N²).</summary>
    /// <param name="fraction">The part of the supply burned, above 0 and at most 1.</param>
    /// <param name="amounts">N amounts out, in surface units; NaN when refused.</param>
    /// <exception cref="ArgumentException">The number of amounts is not N.</exception>
    public QuoteStatus ApplyBurnProportional(double fraction, Span<double> amounts)
    {
        QuoteStatus status = ToPrepared().BurnProportional(fraction, amounts);
        if (status == QuoteStatus.Ok && !TryReplace(amounts, -1))
        {
            amounts.Fill(double.NaN);
            return QuoteStatus.Infeasible;
        }

        return status;
    }

    private Quote Swap(SwapKind kind, int assetIn, int assetOut, double amount, double fee, bool apply)
    {
        QuoteStatus status = AmountCheck.Swap(Dimension, assetIn, assetOut, amount, fee);
        if (status != QuoteStatus.Ok)
        {
            return Quote.Refuse(status);
        }

        double given = kind == SwapKind.ExactIn ? amount * (1 - fee) : amount;
        // Without a fee the state after the change is the state at the end of the curve: one look at the prices is enough.
        if (!TrySolve(kind, assetIn, assetOut, given, apply && fee == 0, out double solved))
        {
            return Quote.Refuse(QuoteStatus.Infeasible);
        }

        double result = kind == SwapKind.ExactIn ? solved : solved / (1 - fee);
        (double paidIn, double paidOut) = kind == SwapKind.ExactIn ? (amount, solved) : (result, amount);
        return !apply || TryChange(assetIn, paidIn, assetOut, -paidOut)
            ? new(result, QuoteStatus.Ok)
            : Quote.Refuse(QuoteStatus.Infeasible);
    }

    /// <summary>The other amount on the curve, and whether the trade ends on a state.</summary>
    private bool TrySolve(SwapKind kind, int assetIn, int assetOut, double given, bool pricesSeenLater, out double solved)
    {
        (int own, int other) = kind == SwapKind.ExactIn ? (assetOut, assetIn) : (assetIn, assetOut);
        SwapRow row = SwapTable.Row(Surface.Columns, kind, assetIn, assetOut, _gradient[own], _gradient[other], Mixed(own, other));
        solved = SwapReach.Cancels(in row, given, SwapReach.PlainDiscriminant)
            ? SolveCancelled(kind, assetIn, assetOut, in row, given)
            : SwapQuadratic.Solve(in row, given);
        (double x, double y) = kind == SwapKind.ExactIn ? (given, solved) : (solved, given);
        double left = _balances[assetOut] - y;
        if (!(solved >= 0) || left < 0 || (left == 0 && _balancesLow[assetOut] < 0) || (kind == SwapKind.ExactOut && row.Own + (given * row.Cross) >= 0))
        {
            return false;
        }

        return pricesSeenLater || FollowGradient(assetIn, x, assetOut, -y, DoubleDouble.Zero) < 0;
    }

    /// <summary>The other amount where the discriminant cancels.</summary>
    private double SolveCancelled(SwapKind kind, int assetIn, int assetOut, in SwapRow row, double given)
    {
        double precise = SwapReach.Cancels(in row, given, SwapReach.ExtendedDiscriminant)
            ? PreciseSwap.Solve(Surface, _balances, _balancesLow, kind, assetIn, assetOut, given).X0
            : double.NaN;
        return !double.IsNaN(precise) ? precise
            : new SwapPair<DoubleDouble>(Surface.InDoubleDouble, GradientSpan[assetIn], GradientSpan[assetOut], assetIn, assetOut).Solve(kind, given);
    }

    /// <summary>E_jk = g_j·G_jk − g_k·G_jj, rounded once.</summary>
    private double Mixed(int j, int k)
    {
        ReadOnlyDoubleDoubleSpan column = Surface.Columns.Column(j);
        ReadOnlyDoubleDoubleSpan gradient = GradientSpan;
        return ((gradient[j] * column[k]) - (gradient[k] * column[j])).High;
    }

    /// <summary>Writes g + a·G_k + b·G_j − δr·t to the next gradient and returns its greatest component.</summary>
    private double FollowGradient(int first, double firstChange, int second, double secondChange, DoubleDouble growth) => CompensatedUpdate.Apply(
        new(_nextGradient, _nextGradientLow), GradientSpan,
        firstChange, Surface.Columns.Column(first), secondChange, Surface.Columns.Column(second), growth, Surface.Columns.Image);
}
