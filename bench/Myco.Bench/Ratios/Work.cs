namespace Myco.Bench.Ratios;

/// <summary>Something to measure: one call does a fixed number of items, enough of them that the call itself does not show.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Items">How many items one call does.</param>
/// <param name="Run">The call.</param>
internal sealed record Work(string Name, double Items, Action Run);
