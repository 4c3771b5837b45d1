namespace Myco.Bench.Ratios;

/// <summary>Something to measure: one call does a fixed number of items, enough of them that the call itself does not show.</summary>
/// <param name="Name">What does it.</param>
/// <param name="Items">How many items one call does.</param>
/// <param name="Run">The call.</param>
/// <param name="SelfTimed">For what runs in another process: one round by its own clock, in nanoseconds per item.</param>
internal sealed record Work(string Name, double Items, Action Run, Func<double>? SelfTimed = null);
