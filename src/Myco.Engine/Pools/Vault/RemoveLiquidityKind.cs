namespace Myco.Engine.Pools.Vault;

/// <summary>What is given of a withdrawal.</summary>
public enum RemoveLiquidityKind : byte
{
    /// <summary>The pool tokens; every token in proportion to its balance.</summary>
    Proportional,

    /// <summary>The pool tokens, paid out in one token.</summary>
    SingleTokenExactIn,

    /// <summary>The amount of one token.</summary>
    SingleTokenExactOut,
}
