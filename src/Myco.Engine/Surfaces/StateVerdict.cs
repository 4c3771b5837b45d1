namespace Myco.Engine.Surfaces;

/// <summary>What came of preparing a state in one precision.</summary>
internal enum StateVerdict
{
    /// <summary>A state, every number good to a quote's last bit.</summary>
    Good,

    /// <summary>Too many bits cancelled: ask a higher precision.</summary>
    Imprecise,

    /// <summary>vᵀMv is below zero: no invariant exists.</summary>
    OutsideCone,

    /// <summary>A marginal price is not positive.</summary>
    PriceNotPositive,
}
