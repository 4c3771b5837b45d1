namespace Myco.Engine.Surfaces;

/// <summary>Why numbers make no surface.</summary>
/// <param name="Parameter">Which of them is at fault, by its name in a definition and in files: stretch, angles, rotation, priceLower; alpha, c or lambda.</param>
/// <param name="Text">What it is, what its limit is, and what to do.</param>
public sealed record SurfaceProblem(string Parameter, string Text);
