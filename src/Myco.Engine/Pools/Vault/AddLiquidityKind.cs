namespace Myco.Engine.Pools.Vault;

/// <summary>What is given of a deposit.</summary>
public enum AddLiquidityKind : byte
{
    /// <summary>The pool tokens; every token in proportion to its balance.</summary>
    Proportional,

    /// <summary>The amounts of the tokens, in any proportion.</summary>
    Unbalanced,

    /// <summary>The pool tokens, paid in one token.</summary>
    SingleTokenExactOut,

    /// <summary>The amounts of the tokens, for no pool tokens.</summary>
    Donation,
}
