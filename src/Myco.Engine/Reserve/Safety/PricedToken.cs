namespace Myco.Engine.Reserve.Safety;

/// <summary>A token of a vault with its price in dollars.</summary>
/// <param name="Price">Its price, finite and not below 0.</param>
/// <param name="Floor">The lowest price on peg; not a number for a token without a peg.</param>
/// <param name="Ceiling">The highest price on peg; not a number for a token without a peg.</param>
internal readonly record struct PricedToken(double Price, double Floor = double.NaN, double Ceiling = double.NaN);
