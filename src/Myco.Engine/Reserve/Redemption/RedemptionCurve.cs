using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>The rate and the reserve at each redemption level, for one reserve at level 0; everything in parts of the anchor supply.</summary>
/// <remarks><para>b(x) = b_a − x up to x_U, b_a − x + α(x − x_U)²/2 up to x_L, r_L(1 − x) beyond, with r_L = 1 − α(x_L − x_U).</para>
/// <para>The curve is held by its deficit δ = 1 − b_a and by the length x_L − x_U, which keep their digits where b_a and x_L lose them.</para>
/// <para>Source: spec 02-reserve-system, section 3.</para></remarks>
internal readonly record struct RedemptionCurve
{
    /// <summary>The curve with its dynamic parameters.</summary>
    /// <param name="parameters">The least curvature, the largest threshold, the floor.</param>
    /// <param name="deficit">δ = 1 − b_a, from 0 to below 1 − θ̄.</param>
    public RedemptionCurve(RedemptionParameters parameters, double deficit)
    {
        RedemptionCurve<Lane1> curve = RedemptionCurve<Lane1>.Of(parameters.Thresholds.Shape, deficit);
        (Deficit, Curvature, Threshold, FallLength) = (curve.Deficit.Value, curve.Curvature.Value, curve.Threshold.Value, curve.FallLength.Value);
    }

    /// <summary>δ, what the reserve lacks of the supply at level 0.</summary>
    public double Deficit { get; }

    /// <summary>α, by which the rate falls per part of the anchor supply.</summary>
    public double Curvature { get; }

    /// <summary>x_U, up to which the rate is one.</summary>
    public double Threshold { get; }

    /// <summary>x_L − x_U, over which the rate falls.</summary>
    public double FallLength { get; }

    /// <summary>x_L, from which on the rate stays.</summary>
    public double Limit => Threshold + FallLength;

    /// <summary>b_a, the reserve at level 0.</summary>
    public double AnchoredReserve => 1 - Deficit;

    private RedemptionCurve<Lane1> Numbers => new(Deficit, Curvature, Threshold, FallLength);

    /// <summary>What the next unit is paid at a level from 0 to 1.</summary>
    public double RateAt(double level) => 1 - (Curvature * Numbers.FallenAt(level).Value);

    /// <summary>b(x), the reserve left at a level from 0 to 1.</summary>
    public double ReserveAt(double level) => 1 - level - DeficitAt(level);

    /// <summary>1 − x − b(x), what the reserve lacks of the supply left at a level from 0 to 1.</summary>
    public double DeficitAt(double level) => DeficitAt(level, 1 - level);

    /// <summary>The same where the supply left, 1 − x, is known to more digits than x tells.</summary>
    public double DeficitAt(double level, double supply) => Numbers.DeficitAt(level, supply).Value;

    /// <summary>amount − (b(x) − b(x + amount)), what a redemption is paid below par.</summary>
    /// <param name="level">x.</param>
    /// <param name="amount">What is redeemed, from 0 to 1 − x.</param>
    public double LossOf(double level, double amount) => Numbers.LossOf(level, amount).Value;
}
