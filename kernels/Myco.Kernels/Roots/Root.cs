namespace Myco.Kernels.Roots;

/// <summary>What a search for a root found.</summary>
/// <param name="Value">The root when converged, the best so far at the limit, else NaN.</param>
/// <param name="Status">How the search ended.</param>
/// <param name="Evaluations">How often the function was evaluated.</param>
public readonly record struct Root(double Value, RootStatus Status, int Evaluations);
