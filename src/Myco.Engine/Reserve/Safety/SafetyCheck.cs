namespace Myco.Engine.Reserve.Safety;

/// <summary>Which check of the reserve's safety an order meets.</summary>
internal enum SafetyCheck : byte
{
    /// <summary>None: the order is safe.</summary>
    None,

    /// <summary>A vault's value is below zero after the order: it holds less than is asked for.</summary>
    VaultExhausted,

    /// <summary>A vault has no token whose price reaches the minimum.</summary>
    PriceTooSmall,

    /// <summary>A stable token is below its peg, and a vault off its peg does not lose weight by the mint.</summary>
    OffPeg,

    /// <summary>A vault is outside its band and not on its way to it.</summary>
    OutsideBand,
}
