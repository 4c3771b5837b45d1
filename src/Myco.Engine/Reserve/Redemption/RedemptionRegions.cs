namespace Myco.Engine.Reserve.Redemption;

/// <summary>Finds which curve passes through a state: its region, and its deficit in closed form.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3; spec 04-onchain-math, section 1.8, in deficits instead of reserves.</remarks>
internal static class RedemptionRegions
{
    /// <summary>The region of a state whose supply is above 0.</summary>
    public static RedemptionRegion Find(RedemptionParameters parameters, in RedemptionState state)
    {
        if (state.Reserve >= state.Supply)
        {
            return RedemptionRegion.Par;
        }

        if (state.BackingRatio <= parameters.FloorRate)
        {
            return RedemptionRegion.Floor;
        }

        Normalised at = new(parameters, state);
        RedemptionThresholds thresholds = parameters.Thresholds;
        return at.Deficit <= thresholds.First.DeficitAt(at.Level, at.Supply) ? InFirst(parameters, at)
            : at.Deficit <= thresholds.Second.DeficitAt(at.Level, at.Supply) ? InSecond(parameters, at)
            : thresholds.ThirdHasHigh && at.Discount <= parameters.FloorDiscount / 2 * (1 + at.Level) ? RedemptionRegion.HigherCurvatureHigh
            : RedemptionRegion.HigherCurvatureLow;
    }

    /// <summary>δ = 1 − b_a of the curve through a state, in parts of the anchor supply; NaN for <see cref="RedemptionRegion.Par"/> and
    /// <see cref="RedemptionRegion.Floor"/>, which have none.</summary>
    /// <param name="parameters">The curve's parameters.</param>
    /// <param name="state">The state.</param>
    /// <param name="region">Its region, from <see cref="Find"/>.</param>
    public static double DeficitOf(RedemptionParameters parameters, in RedemptionState state, RedemptionRegion region)
    {
        Normalised at = new(parameters, state);
        double first = parameters.Thresholds.First.Deficit, second = parameters.Thresholds.Second.Deficit;

        // On the floor line all curves meet, and rounding may name any region: within its own deficits each is right there.
        return region switch
        {
            RedemptionRegion.Undiscounted => at.Deficit,
            RedemptionRegion.FullThresholdFalling => Math.Min(FullThresholdFalling(parameters, at), first),
            RedemptionRegion.FullThresholdResting => Math.Min(FullThresholdResting(parameters, at), first),
            RedemptionRegion.LowerThresholdHigh => Math.Max(Math.Min(LowerThresholdHigh(parameters, at), second), first),
            RedemptionRegion.LowerThresholdLow => Math.Max(Math.Min(LowerThresholdLow(parameters, at), second), first),
            RedemptionRegion.HigherCurvatureHigh => Math.Max(at.Discount / (1 + at.Level), second),
            RedemptionRegion.HigherCurvatureLow => Math.Max(HigherCurvatureLow(parameters, at), second),
            _ => double.NaN,
        };
    }

    private static RedemptionRegion InFirst(RedemptionParameters parameters, in Normalised at) =>
        at.Level <= parameters.Threshold ? RedemptionRegion.Undiscounted
        : parameters.Curvature * (at.Level - parameters.Threshold) <= at.Discount ? RedemptionRegion.FullThresholdFalling
        : RedemptionRegion.FullThresholdResting;

    private static RedemptionRegion InSecond(RedemptionParameters parameters, in Normalised at)
    {
        RedemptionThresholds thresholds = parameters.Thresholds;
        double alpha = parameters.Curvature, theta = parameters.FloorDiscount;
        return thresholds.SecondIsHigh || (thresholds.SecondHasBorder && at.Deficit <= thresholds.SecondHighLow.DeficitAt(at.Level, at.Supply))
            ? (at.Discount <= alpha * at.Supply / 2 ? RedemptionRegion.Undiscounted : RedemptionRegion.LowerThresholdHigh)
            : (at.Excess >= theta * theta / (2 * alpha) ? RedemptionRegion.Undiscounted : RedemptionRegion.LowerThresholdLow);
    }

    // δ = D + ᾱ(x − x̄_U)²/2.
    private static double FullThresholdFalling(RedemptionParameters parameters, in Normalised at)
    {
        double fall = at.Level - parameters.Threshold;
        return at.Deficit + (parameters.Curvature * fall * fall / 2);
    }

    // δ = u(1 − x̄_U − u/(2ᾱ)).
    private static double FullThresholdResting(RedemptionParameters parameters, in Normalised at) =>
        at.Discount * (1 - parameters.Threshold - (at.Discount / (2 * parameters.Curvature)));

    // δ = ᾱh²/2 with h = 1 − x_U = u/ᾱ + y/2.
    private static double LowerThresholdHigh(RedemptionParameters parameters, in Normalised at)
    {
        double height = (at.Discount / parameters.Curvature) + (at.Supply / 2);
        return parameters.Curvature * height * height / 2;
    }

    // δ = D + ᾱs²/2 with s = x − x_U = (θ − √(2ᾱe))/ᾱ.
    private static double LowerThresholdLow(RedemptionParameters parameters, in Normalised at)
    {
        double discount = parameters.FloorDiscount - Math.Sqrt(2 * parameters.Curvature * at.Excess);
        return at.Deficit + (discount * discount / (2 * parameters.Curvature));
    }

    // δ = θ − t with t the larger root of t² − (e + θx)t + θ²x²/4 = 0.
    private static double HigherCurvatureLow(RedemptionParameters parameters, in Normalised at)
    {
        double theta = parameters.FloorDiscount, shift = theta * at.Level, excess = at.Excess;
        return theta - ((excess + shift + Math.Sqrt(excess * (excess + (2 * shift)))) / 2);
    }

    /// <summary>A state in parts of its anchor supply.</summary>
    private readonly struct Normalised
    {
        public Normalised(RedemptionParameters parameters, in RedemptionState state)
        {
            double anchor = state.AnchorSupply;
            Level = state.Level / anchor;
            Supply = state.Supply / anchor;
            Deficit = (state.Supply - state.Reserve) / anchor;
            Discount = (state.Supply - state.Reserve) / state.Supply;
            Excess = Math.Max(Math.FusedMultiplyAdd(-parameters.FloorRate, state.Supply, state.Reserve), 0) / anchor;
        }

        /// <summary>x.</summary>
        public double Level { get; }

        /// <summary>y.</summary>
        public double Supply { get; }

        /// <summary>D = y − b.</summary>
        public double Deficit { get; }

        /// <summary>u = 1 − b/y.</summary>
        public double Discount { get; }

        /// <summary>e = b − θ̄y.</summary>
        public double Excess { get; }
    }
}
