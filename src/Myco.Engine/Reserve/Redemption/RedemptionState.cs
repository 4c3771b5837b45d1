namespace Myco.Engine.Reserve.Redemption;

/// <summary>What a redemption is priced on.</summary>
/// <param name="Level">x, the decaying sum of what was redeemed, in tokens, at the time of the redemption.</param>
/// <param name="Reserve">b, the value of the reserve in dollars.</param>
/// <param name="Supply">y, the tokens there are.</param>
public readonly record struct RedemptionState(double Level, double Reserve, double Supply)
{
    /// <summary>y_a = y + x, by which the curve divides everything.</summary>
    public double AnchorSupply => Supply + Level;

    /// <summary>b/y.</summary>
    public double BackingRatio => Reserve / Supply;

    /// <summary>The state after a redemption: what is redeemed moves from the supply to the level.</summary>
    public RedemptionState After(double amount, double payout) => new(Level + amount, Reserve - payout, Supply - amount);
}
