namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>How an answer of the engine stands to the exact one.</summary>
internal enum Verdict
{
    /// <summary>The floor of an amount out, the ceiling of an amount in.</summary>
    Exact,

    /// <summary>One unit worse for the trader.</summary>
    OneUnit,

    /// <summary>More units worse, in a burn that leaves less than a billionth of the supply: the price after it, by which the bound of spec/06 §4 is divided, is as
    /// small.</summary>
    AtTheEnd,

    /// <summary>More than one unit worse for the trader.</summary>
    Worse,

    /// <summary>Better for the trader than the exact result: a loss of the pool.</summary>
    WrongSide,

    /// <summary>Refused, and within one unit there is a state that is none.</summary>
    Refused,

    /// <summary>Refused, though feasible by more than a unit.</summary>
    FalseRefusal,
}
