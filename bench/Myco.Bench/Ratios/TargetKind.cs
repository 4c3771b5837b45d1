namespace Myco.Bench.Ratios;

/// <summary>How the figure of a <see cref="Target"/> is read.</summary>
internal enum TargetKind
{
    None,
    AtLeast,
    AtMost,
    Within,
}
