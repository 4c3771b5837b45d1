namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>How an answer of the engine stands to the exact one.</summary>
internal enum Verdict
{
    /// <summary>The floor of an amount out, the ceiling of an amount in.</summary>
    Exact,

    /// <summary>One unit worse for the trader.</summary>
    OneUnit,

    /// <summary>More units worse, where a price goes to zero and units with it: a unit better, R is above what is due by no more than eight times the rounding of
    /// its own root.</summary>
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
