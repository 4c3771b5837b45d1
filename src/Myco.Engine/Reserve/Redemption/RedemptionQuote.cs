namespace Myco.Engine.Reserve.Redemption;

/// <summary>What a redemption is paid; payout and rate are NaN unless the status is <see cref="QuoteStatus.Ok"/>.</summary>
/// <param name="Payout">Dollars.</param>
/// <param name="Rate">Dollars a token, over the whole amount.</param>
/// <param name="Region">Which form the curve has.</param>
/// <param name="Status">Whether there is a payout, or why there is none.</param>
public readonly record struct RedemptionQuote(double Payout, double Rate, RedemptionRegion Region, QuoteStatus Status)
{
    /// <summary>Whether there is a payout.</summary>
    public bool IsOk => Status == QuoteStatus.Ok;

    /// <summary>No payout, for the reason given.</summary>
    public static RedemptionQuote Refuse(QuoteStatus status) => new(double.NaN, double.NaN, default, status);
}
