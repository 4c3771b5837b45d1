using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Fields;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>How the rate of redemptions falls as more is redeemed.</summary>
/// <remarks>Levels are parts of the anchor supply, which is supply + level. Source: spec 02-reserve-system, section 3.</remarks>
public sealed record RedemptionParameters : IDeclared<RedemptionParameters>
{
    /// <summary>The least curvature.</summary>
    public const double LeastCurvature = 1e-9;

    /// <summary>The largest curvature.</summary>
    public const double LargestCurvature = 1e9;

    private static Interval Curvatures => new(LeastCurvature, LargestCurvature);

    private static Interval Memories => new(0, 1, HasLeast: false, HasMost: false);

    /// <summary>Checks the numbers and computes the borders of the regions once.</summary>
    /// <exception cref="ArgumentException">A number breaks its limit; the message has both and what to do.</exception>
    public RedemptionParameters(double curvature, double threshold, double floorRate, double outflowMemory)
    {
        if (Problem(curvature, threshold, floorRate, outflowMemory) is string problem)
        {
            Throw(problem);
        }

        (Curvature, Threshold, FloorRate, OutflowMemory) = (curvature, threshold, floorRate, outflowMemory);
        Thresholds = ThresholdsIn<Lane1>();
    }

    /// <summary>ᾱ, by which the rate falls at least per part of the anchor supply, once it falls.</summary>
    public double Curvature { get; }

    /// <summary>x̄_U, the largest level up to which redemptions are paid at par.</summary>
    public double Threshold { get; }

    /// <summary>θ̄, below which the rate does not fall while the reserve covers that part of the supply.</summary>
    public double FloorRate { get; }

    /// <summary>The part of the level that is left after a second.</summary>
    public double OutflowMemory { get; }

    /// <summary>The borders of the regions.</summary>
    internal RedemptionThresholds<Lane1> Thresholds { get; }

    /// <summary>Whether the four numbers are the same; the borders follow from them.</summary>
    public bool Equals(RedemptionParameters? other) =>
        other is not null && (Curvature, Threshold, FloorRate, OutflowMemory) == (other.Curvature, other.Threshold, other.FloorRate, other.OutflowMemory);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Curvature, Threshold, FloorRate, OutflowMemory);

    /// <summary>The borders of the regions in another precision, or for a pack.</summary>
    internal RedemptionThresholds<TReal> ThresholdsIn<TReal>()
        where TReal : struct, IReal<TReal> => new(new RedemptionShape<TReal>(Curvature, Threshold, FloorRate));

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public static string? Problem(double curvature, double threshold, double floorRate, double outflowMemory) =>
        Curvatures.Problem(curvature) is string steep ? $"curvature {steep}; 1 lets the rate fall by 0.1 over a tenth of the supply"
        : Interval.Part.Problem(threshold) is string level ? $"threshold {level}; give it as a part of the anchor supply"
        : Interval.Part.Problem(floorRate) is string rate ? $"floorRate {rate}; give it in dollars a token"
        : Memories.Problem(outflowMemory) is string memory ? $"outflowMemory {memory}; for a half-life of T seconds give 2^(-1/T)"
        : null;

    static RedemptionParameters IDeclared<RedemptionParameters>.Accept(IFields fields, RedemptionParameters? value) => new(
        fields.Number("curvature", value?.Curvature ?? double.NaN, Curvatures),
        fields.Number("threshold", value?.Threshold ?? double.NaN, Interval.Part),
        fields.Number("floorRate", value?.FloorRate ?? double.NaN, Interval.Part),
        fields.Number("outflowMemory", value?.OutflowMemory ?? double.NaN, Memories));

    [DoesNotReturn]
    private static void Throw(string problem) => throw new ArgumentException(problem);
}
