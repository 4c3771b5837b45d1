using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>Prices redemptions on the curve that passes through the present state.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3. Within 1e-14 of the anchor supply.</remarks>
public static class Redemptions
{
    /// <summary>b(x) − b(x + amount); the amount at par, b/y of it where the rate has come to rest.</summary>
    /// <param name="parameters">The curve's parameters.</param>
    /// <param name="state">The state before the redemption, its level brought up to date.</param>
    /// <param name="amount">Tokens, above 0 and at most the supply.</param>
    /// <remarks><para>The rate lies between min(θ̄, b/y) and 1 and falls with the amount; the payout is at most the reserve.</para>
    /// <para><see cref="QuoteStatus.NotFinite"/>, <see cref="QuoteStatus.Negative"/>, <see cref="QuoteStatus.Zero"/> are said of any of the four
    /// numbers, of level and reserve only the first two; <see cref="QuoteStatus.Infeasible"/> of an amount above the supply.</para></remarks>
    public static RedemptionQuote Quote(RedemptionParameters parameters, in RedemptionState state, double amount)
    {
        RedemptionQuote<Lane1> quote = Redemptions<Lane1>.Quote(parameters.Thresholds, state.Level, state.Reserve, state.Supply, amount);
        return new(quote.Payout.Value, quote.Rate.Value, (RedemptionRegion)quote.Region.Value, (QuoteStatus)quote.Status.Value);
    }

    /// <summary>payouts[i], rates[i], regions[i], statuses[i] = <see cref="Quote(RedemptionParameters, in RedemptionState, double)"/> of amounts[i] on state i.</summary>
    /// <param name="parameters">The parameters of all curves.</param>
    /// <param name="levels">One level a state.</param>
    /// <param name="reserves">One reserve value a state.</param>
    /// <param name="supplies">One supply a state.</param>
    /// <param name="amounts">One amount a state.</param>
    /// <param name="payouts">One payout a state, NaN where refused.</param>
    /// <param name="rates">One rate a state, NaN where refused.</param>
    /// <param name="regions">One region a state.</param>
    /// <param name="statuses">One status a state.</param>
    /// <remarks>All spans have one length. Payouts and rates may each be written over one of the inputs, no other overlap. Allocates nothing.</remarks>
    /// <exception cref="ArgumentException">A span has another length than the payouts.</exception>
    public static void Quote(
        RedemptionParameters parameters,
        ReadOnlySpan<double> levels, ReadOnlySpan<double> reserves, ReadOnlySpan<double> supplies, ReadOnlySpan<double> amounts,
        Span<double> payouts, Span<double> rates, Span<RedemptionRegion> regions, Span<QuoteStatus> statuses)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        int count = payouts.Length;
        CheckLength(levels.Length, count, nameof(levels));
        CheckLength(reserves.Length, count, nameof(reserves));
        CheckLength(supplies.Length, count, nameof(supplies));
        CheckLength(amounts.Length, count, nameof(amounts));
        CheckLength(rates.Length, count, nameof(rates));
        CheckLength(regions.Length, count, nameof(regions));
        CheckLength(statuses.Length, count, nameof(statuses));
        for (int i = 0; i < count; i++)
        {
            RedemptionQuote quote = Quote(parameters, new RedemptionState(levels[i], reserves[i], supplies[i]), amounts[i]);
            (payouts[i], rates[i], regions[i], statuses[i]) = (quote.Payout, quote.Rate, quote.Region, quote.Status);
        }
    }

    private static void CheckLength(int length, int wanted, string name)
    {
        if (length != wanted)
        {
            ThrowLength(length, wanted, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowLength(int length, int wanted, string name) => throw new ArgumentException(
        $"{name} has {length} elements instead of {wanted}; cut all spans to the length of the payouts.", name);
}
