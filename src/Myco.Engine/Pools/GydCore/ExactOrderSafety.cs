namespace Myco.Engine.Pools.GydCore;

/// <summary>What gyd-core's safety check finds for an order as a whole.</summary>
/// <param name="AllWithinBand">Every vault is within its band.</param>
/// <param name="AllOnPeg">Every stable token of every vault is on its peg.</param>
/// <param name="AllPricesLargeEnough">Every vault has a price that reaches the minimum.</param>
/// <param name="OutsideComesCloser">Every vault outside its band comes strictly closer to its target.</param>
/// <param name="OffPegFalls">Every vault off its peg loses weight.</param>
/// <param name="CanOperateOffPeg">The order is no mint, or no stable token is below its floor.</param>
public readonly record struct ExactOrderSafety(
    bool AllWithinBand, bool AllOnPeg, bool AllPricesLargeEnough, bool OutsideComesCloser, bool OffPegFalls, bool CanOperateOffPeg)
{
    /// <summary>The weights are where they may be.</summary>
    public bool AreWeightsSafe => AllWithinBand || OutsideComesCloser;

    /// <summary>A mint may go ahead for all that prices of stable tokens say.</summary>
    public bool IsPegSafe => AllOnPeg || CanOperateOffPeg || OffPegFalls;
}
