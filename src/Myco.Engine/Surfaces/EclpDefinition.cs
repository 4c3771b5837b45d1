namespace Myco.Engine.Surfaces;

/// <summary>The parameters of a Gyroscope E-CLP: the surface with N = 2, stretch (λ, 1), and bounds (α, β) on the price of asset 0 in asset 1.</summary>
/// <param name="Alpha">Lower bound of the price, above 0.</param>
/// <param name="Beta">Upper bound of the price, above <paramref name="Alpha"/>.</param>
/// <param name="C">Cosine of the rotation, 0 to 1.</param>
/// <param name="S">Sine of the rotation, 0 to 1.</param>
/// <param name="Lambda">Stretch factor, 1 to 1e8.</param>
public sealed record EclpDefinition(double Alpha, double Beta, double C, double S, double Lambda);
