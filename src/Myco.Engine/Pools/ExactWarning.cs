namespace Myco.Engine.Pools;

/// <summary>What an amount, equal to the contract's, should be taken with care for.</summary>
public enum ExactWarning : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The contract's own error allowances are too small here: it may pay out more than the surface allows.</summary>
    /// <remarks>E-CLP with λ ≥ 10⁷ and balances from 10³⁰ units on. Source: spec/04-onchain-math.md §2.</remarks>
    AllowancesTooSmall,
}
