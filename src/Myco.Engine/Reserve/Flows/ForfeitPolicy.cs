namespace Myco.Engine.Reserve.Flows;

/// <summary>What happens to the part of a redemption that the dampening takes.</summary>
public enum ForfeitPolicy
{
    /// <summary>The whole amount is burned and only the effective part is paid: the rest accrues to those who stay. Splitting an order
    /// gains, because each part's forfeit raises the backing of the next: 0.6 % for 64 parts of 40 % of the supply in the spec's case, a fifth in the
    /// worst of 500 random ones, where the rate is b/y.</summary>
    Burn,

    /// <summary>Only the effective part is burned, the rest stays with the holder. Splitting gains nothing.</summary>
    Return,
}
