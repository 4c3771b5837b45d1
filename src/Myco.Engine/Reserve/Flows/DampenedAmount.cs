namespace Myco.Engine.Reserve.Flows;

/// <summary>What the dampening makes of a redemption, in tokens.</summary>
/// <param name="Effective">What is priced on the curve and paid; the curve's level grows by it.</param>
/// <param name="Burned">What leaves the supply.</param>
/// <param name="Returned">What stays with the holder; with <paramref name="Burned"/>, the amount of the order.</param>
public readonly record struct DampenedAmount(double Effective, double Burned, double Returned);
