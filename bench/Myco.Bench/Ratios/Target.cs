using System.Globalization;

namespace Myco.Bench.Ratios;

/// <summary>What a row must reach.</summary>
/// <param name="Kind">How the figure is read.</param>
/// <param name="Factor">The figure.</param>
internal readonly record struct Target(TargetKind Kind, double Factor)
{
    /// <summary>Shown for the reader; nothing is promised.</summary>
    public static readonly Target None = new(TargetKind.None, 0);

    /// <summary>The baseline takes at least so many times as long.</summary>
    public static Target AtLeast(double factor) => new(TargetKind.AtLeast, factor);

    /// <summary>Ours takes at most so many times as long as the baseline.</summary>
    public static Target AtMost(double factor) => new(TargetKind.AtMost, factor);

    /// <summary>Ours takes at most so many nanoseconds, whatever the baseline takes.</summary>
    public static Target Within(double nanoseconds) => new(TargetKind.Within, nanoseconds);

    /// <summary>Baseline over ours, or for <see cref="TargetKind.AtMost"/> ours over baseline.</summary>
    public double Ratio(Timing ours, Timing baseline) =>
        Kind == TargetKind.AtMost ? ours.Nanoseconds / baseline.Nanoseconds : baseline.Nanoseconds / ours.Nanoseconds;

    public bool IsReached(Timing ours, double ratio) => Kind switch
    {
        TargetKind.AtLeast => ratio >= Factor,
        TargetKind.AtMost => ratio <= Factor,
        TargetKind.Within => ours.Nanoseconds <= Factor,
        _ => true,
    };

    public override string ToString() => Kind switch
    {
        TargetKind.AtLeast => string.Create(CultureInfo.InvariantCulture, $"≥ {Factor}×"),
        TargetKind.AtMost => string.Create(CultureInfo.InvariantCulture, $"≤ {Factor}×"),
        TargetKind.Within => string.Create(CultureInfo.InvariantCulture, $"≤ {Factor} ns"),
        _ => "",
    };
}
