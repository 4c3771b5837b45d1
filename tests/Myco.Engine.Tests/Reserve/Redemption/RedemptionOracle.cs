using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>The redemption curve as spec 02 §3 defines it, no region and no closed form: b_a is searched in many digits.</summary>
internal static class RedemptionOracle
{
    private const int Halvings = 90;

    /// <summary>b(x) − b(x + amount) in parts of the anchor supply.</summary>
    public static FixedPoint Payout(RedemptionParameters parameters, RedemptionState state, double amount)
    {
        FixedPoint level = state.Level, reserve = state.Reserve, supply = state.Supply;
        FixedPoint anchor = level + supply;
        if (reserve > supply || (reserve - supply).Sign == 0)
        {
            return (FixedPoint)amount / anchor;
        }

        if (!(reserve > parameters.FloorRate * supply))
        {
            return reserve * amount / (supply * anchor);
        }

        FixedPoint anchored = Anchored(parameters, level / anchor, reserve / anchor);
        return (reserve / anchor) - Reserve(parameters, anchored, (level + amount) / anchor);
    }

    private static FixedPoint Anchored(RedemptionParameters parameters, FixedPoint level, FixedPoint reserve)
    {
        FixedPoint low = parameters.FloorRate, high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            FixedPoint middle = (low + high) * 0.5;
            (low, high) = Reserve(parameters, middle, level) < reserve ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static FixedPoint Reserve(RedemptionParameters parameters, FixedPoint anchored, FixedPoint level)
    {
        FixedPoint floor = parameters.FloorRate, one = 1, deficit = one - anchored, theta = one - floor;
        FixedPoint least = anchored + anchored < one + floor ? theta * theta / (2 * (anchored - floor)) : 2 * deficit;
        FixedPoint alpha = FixedPoint.Max(parameters.Curvature, least);
        FixedPoint highest = alpha * deficit > theta * theta * 0.5
            ? one - (deficit / theta) - (theta / (2 * alpha))
            : one - FixedPoint.Sqrt(2 * deficit / alpha);
        FixedPoint threshold = FixedPoint.Max(0, FixedPoint.Min(parameters.Threshold, highest));
        FixedPoint radicand = ((one - threshold) * (one - threshold)) - (2 * deficit / alpha);
        FixedPoint limit = radicand.Sign < 0 ? one : one - FixedPoint.Sqrt(radicand);
        FixedPoint fall = level - threshold;
        return fall.Sign <= 0 ? anchored - level
            : level > limit ? (one - (alpha * (limit - threshold))) * (one - level)
            : anchored - level + (alpha * fall * fall * 0.5);
    }
}
