using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>Prices redemptions on the curve that passes through the present state.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3. Within 1e-14 of the anchor supply.</remarks>
public static partial class Redemptions
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
}
