using Myco.Engine.Reserve.Redemption;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>A redemption curve by doubles, with the rate and the reserve that its laws speak of.</summary>
internal readonly record struct RedemptionCurve
{
    public RedemptionCurve(RedemptionParameters parameters, double deficit)
    {
        RedemptionCurve<Lane1> curve = RedemptionCurve<Lane1>.Of(parameters.Thresholds.Shape, deficit);
        (Deficit, Curvature, Threshold, FallLength) = (curve.Deficit.Value, curve.Curvature.Value, curve.Threshold.Value, curve.FallLength.Value);
    }

    public double Deficit { get; }

    public double Curvature { get; }

    public double Threshold { get; }

    public double FallLength { get; }

    /// <summary>x_L, from which on the rate stays.</summary>
    public double Limit => Threshold + FallLength;

    /// <summary>b_a, the reserve at level 0.</summary>
    public double AnchoredReserve => 1 - Deficit;

    private RedemptionCurve<Lane1> Numbers => new(Deficit, Curvature, Threshold, FallLength);

    /// <summary>What the next unit is paid at a level from 0 to 1.</summary>
    public double RateAt(double level) => 1 - (Curvature * Math.Clamp(level - Threshold, 0, FallLength));

    /// <summary>b(x), the reserve left at a level from 0 to 1.</summary>
    public double ReserveAt(double level) => 1 - level - DeficitAt(level);

    public double DeficitAt(double level) => DeficitAt(level, 1 - level);

    public double DeficitAt(double level, double supply) => Numbers.DeficitAt(level, supply).Value;

    public double LossOf(double level, double amount) => Numbers.LossOf(level, amount).Value;
}
