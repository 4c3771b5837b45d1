namespace Myco.Engine;

/// <summary>Where a state lies among the redemption curves: which closed form its anchored reserve has.</summary>
/// <remarks>The first seven are gyd-core's, with its numbers. x is the level, x̄_U, ᾱ, θ̄ the parameters. Source: spec/02-reserve-system.md §3,
/// spec/04-onchain-math.md §1.8.</remarks>
public enum RedemptionRegion : byte
{
    /// <summary>Case i: the level is below the curve's threshold, the next unit is paid at par.</summary>
    Undiscounted = 0,

    /// <summary>Case I, ii: threshold x̄_U, curvature ᾱ, the rate is falling.</summary>
    FullThresholdFalling,

    /// <summary>Case I, iii: threshold x̄_U, curvature ᾱ, the rate has come to rest at b/y.</summary>
    FullThresholdResting,

    /// <summary>Case II, high: a lower threshold, curvature ᾱ; the rate falls to the last unit and stays above θ̄.</summary>
    LowerThresholdHigh,

    /// <summary>Case II, low: a lower threshold, curvature ᾱ; the rate falls to θ̄.</summary>
    LowerThresholdLow,

    /// <summary>Case III, high: threshold 0, a higher curvature; the rate falls to the last unit and stays above θ̄.</summary>
    HigherCurvatureHigh,

    /// <summary>Case III, low: threshold 0, a higher curvature; the rate falls to θ̄.</summary>
    HigherCurvatureLow,

    /// <summary>The reserve covers the supply: every unit is paid at par.</summary>
    Par,

    /// <summary>The reserve is at most θ̄ of the supply: every unit is paid b/y.</summary>
    Floor,
}
