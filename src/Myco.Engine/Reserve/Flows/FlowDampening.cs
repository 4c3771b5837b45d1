using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Flows;

/// <summary>How much of a redemption is effective under the flow of those before it.</summary>
/// <remarks><para>Pressure π = flow/(threshold·balance), penalty max(1, π²), multiplier 1/penalty.</para>
/// <para>Judged at a point, splitting an order pays; so <see cref="Effective"/> takes the multiplier of every infinitesimal unit. Under
/// <see cref="DampeningPolicy.Return"/> splitting then gains nothing. Under <see cref="DampeningPolicy.Burn"/> each part's forfeit raises the backing of the next:
/// on a supply that is held it gains, 0.6 % at 64 parts of 40 % of the supply, a fifth in the worst of 500 random cases. In the composed system, where the burned
/// supply narrows the free flow of the next part, 64 parts lose 7 to 18 %.</para>
/// <para>Source: spec 02-reserve-system, section 4.</para></remarks>
internal static class FlowDampening
{
    /// <summary>1/max(1, π²) at that flow, in (0, 1].</summary>
    /// <param name="threshold">The part of the balance that may flow, above 0.</param>
    /// <param name="flow">The recent flow, not below 0.</param>
    /// <param name="balance">The token supply, not below 0.</param>
    /// <remarks>Rounding: within 4 units of the last place.</remarks>
    public static double Multiplier(double threshold, double flow, double balance) => Multiplier<Lane1>(threshold, flow, balance).Value;

    /// <summary>The penalty's inverse lost, 1 − multiplier, in [0, 1).</summary>
    public static double Drain(double threshold, double flow, double balance) => 1 - Multiplier(threshold, flow, balance);

    /// <summary>∫ min(1, (F/f)²) df for f from flow to flow + amount, F = threshold·balance; from 0 to the amount.</summary>
    /// <param name="parameters">The threshold.</param>
    /// <param name="flow">The recent flow, not below 0.</param>
    /// <param name="balance">The token supply before the order, not below 0.</param>
    /// <param name="amount">The order, not below 0.</param>
    /// <remarks>Rounding: within 8 units of the last place of the lesser of amount and F.</remarks>
    public static double Effective(DampeningParameters parameters, double flow, double balance, double amount) =>
        Effective<Lane1>(parameters, flow, balance, amount).Value;

    /// <summary><see cref="Multiplier(double, double, double)"/> in any precision, or of a pack of paths.</summary>
    public static TReal Multiplier<TReal>(double threshold, TReal flow, TReal balance)
        where TReal : struct, IReal<TReal>
    {
        TReal free = Free(threshold, balance);
        return TReal.Select(TReal.LessThanOrEqual(flow, free), 1, free / flow * (free / flow));
    }

    /// <summary><see cref="Effective(DampeningParameters, double, double, double)"/> in any precision, or of a pack of paths.</summary>
    public static TReal Effective<TReal>(DampeningParameters parameters, TReal flow, TReal balance, TReal amount)
        where TReal : struct, IReal<TReal>
    {
        TReal free = Free(parameters.Threshold, balance);
        TReal end = flow + amount;
        TReal isFree = TReal.LessThanOrEqual(end, free);
        if (TReal.All(isFree))
        {
            return amount;
        }

        TReal whole = TReal.Max(0, free - flow);
        TReal start = TReal.Max(free, flow);

        // F²·(1/start − 1/end), without the difference of nearly equal parts.
        TReal dampened = TReal.Min(amount, whole + (free / start * (free / end) * (amount - whole)));
        return TReal.Select(isFree, amount, dampened);
    }

    // Infinity is no number to multiply an extended one by.
    private static TReal Free<TReal>(double threshold, TReal balance)
        where TReal : struct, IReal<TReal> => double.IsPositiveInfinity(threshold) ? threshold : threshold * balance;
}
