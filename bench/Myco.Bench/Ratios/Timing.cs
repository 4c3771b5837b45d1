namespace Myco.Bench.Ratios;

/// <summary>What a work costs.</summary>
/// <param name="Nanoseconds">Thread time per item, 25th percentile of the rounds.</param>
/// <param name="Bytes">Bytes allocated per item.</param>
internal readonly record struct Timing(double Nanoseconds, double Bytes);
