using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>What <see cref="RedemptionQuote"/> says, in any precision or of a pack of paths; region and status by their numbers.</summary>
internal readonly struct RedemptionQuote<TReal>(TReal payout, TReal rate, TReal region, TReal status)
    where TReal : struct, IReal<TReal>
{
    /// <summary>Dollars; NaN where refused.</summary>
    public TReal Payout { get; } = payout;

    /// <summary>Dollars a token; NaN where refused.</summary>
    public TReal Rate { get; } = rate;

    /// <summary>The number of the <see cref="RedemptionRegion"/>; 0 where refused.</summary>
    public TReal Region { get; } = region;

    /// <summary>The number of the <see cref="QuoteStatus"/>.</summary>
    public TReal Status { get; } = status;
}
