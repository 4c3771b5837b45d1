using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>The reserve that is left at each redemption level, on the curve of one anchored reserve and supply, to gyd-core's last digit.</summary>
/// <remarks>18 decimals. Source: spec/04-onchain-math.md §1.8, "alpha", "xu", "xl", "reserve".</remarks>
internal readonly struct ExactRedemptionCurve
{
    /// <summary>2, with 18 decimals.</summary>
    internal static readonly UInt256 Two = 2_000_000_000_000_000_000UL;

    private static readonly UInt256 OneHalf = 500_000_000_000_000_000UL;

    // A reserve may come out below zero by this part of the anchored supply, and then is zero.
    private static readonly UInt256 Slack = 10_000_000_000UL;

    /// <summary>The curve through an anchored reserve, with its dynamic parameters.</summary>
    public ExactRedemptionCurve(in UInt256 anchoredReserve, in UInt256 anchoredSupply, ExactRedemptionParameters parameters, ref Fault fault)
    {
        (AnchoredReserve, AnchoredSupply) = (anchoredReserve, anchoredSupply);
        Curvature = CurvatureOf(anchoredReserve, anchoredSupply, parameters.FloorRate, parameters.Curvature, ref fault);
        Threshold = ThresholdLevel(anchoredReserve, anchoredSupply, Curvature, parameters.Threshold, parameters.FloorDiscount, ref fault);
        Limit = LimitLevel(anchoredReserve, anchoredSupply, Curvature, Threshold, ref fault);
    }

    /// <summary>The curve of those dynamic parameters.</summary>
    public ExactRedemptionCurve(in UInt256 anchoredReserve, in UInt256 anchoredSupply, in UInt256 curvature, in UInt256 threshold, in UInt256 limit)
    {
        (AnchoredReserve, AnchoredSupply) = (anchoredReserve, anchoredSupply);
        (Curvature, Threshold, Limit) = (curvature, threshold, limit);
    }

    /// <summary>b_a, the reserve at level 0.</summary>
    public UInt256 AnchoredReserve { get; }

    /// <summary>y_a, the supply at level 0.</summary>
    public UInt256 AnchoredSupply { get; }

    /// <summary>α, by which the rate falls per unit redeemed.</summary>
    public UInt256 Curvature { get; }

    /// <summary>x_U, up to which the rate is one.</summary>
    public UInt256 Threshold { get; }

    /// <summary>x_L, from which on the rate stays.</summary>
    public UInt256 Limit { get; }

    /// <summary>The reserve at a level.</summary>
    /// <remarks><see cref="Revert.ReserveExceeded"/> where it would be below zero by more than the contract's rounding.</remarks>
    public UInt256 Reserve(in UInt256 level, ref Fault fault)
    {
        if (level <= Threshold)
        {
            return UInt256.Subtract(AnchoredReserve, level, ref fault);
        }

        if (level > Limit)
        {
            UInt256 discount = Decimal18.MultiplyDown(Curvature, UInt256.Subtract(Limit, Threshold, ref fault), ref fault);
            UInt256 rest = UInt256.Subtract(AnchoredSupply, level, ref fault);
            return Decimal18.MultiplyDown(UInt256.Subtract(Decimal18.One, discount, ref fault), rest, ref fault);
        }

        UInt256 beyond = UInt256.Subtract(level, Threshold, ref fault);
        UInt256 triangle = UInt256.Multiply(Curvature, Decimal18.MultiplyDown(beyond, beyond, ref fault), ref fault);
        UInt256 reserve = UInt256.Add(AnchoredReserve, UInt256.Divide(triangle, Two, ref fault), ref fault);
        if (reserve >= level)
        {
            return UInt256.Subtract(reserve, level, ref fault);
        }

        if (UInt256.Add(reserve, Decimal18.MultiplyDown(Slack, AnchoredSupply, ref fault), ref fault) < level)
        {
            fault.Raise(Revert.ReserveExceeded);
        }

        return default;
    }

    /// <summary>α = max(ᾱ, α̂).</summary>
    public static UInt256 CurvatureOf(
        in UInt256 anchoredReserve, in UInt256 anchoredSupply, in UInt256 floorRate, in UInt256 curvature, ref Fault fault)
    {
        UInt256 one = Decimal18.One;
        UInt256 ratio = Decimal18.DivideDown(anchoredReserve, anchoredSupply, ref fault);
        UInt256 least;
        if (ratio >= UInt256.Add(one, floorRate, ref fault) >> 1)
        {
            UInt256 deficit = UInt256.Subtract(one, ratio, ref fault);
            least = Decimal18.DivideDown(UInt256.Multiply(deficit, 2, ref fault), anchoredSupply, ref fault);
        }
        else
        {
            UInt256 theta = UInt256.Subtract(one, floorRate, ref fault);
            UInt256 excess = UInt256.Subtract(anchoredReserve, Decimal18.MultiplyDown(floorRate, anchoredSupply, ref fault), ref fault);
            least = UInt256.Divide(UInt256.Multiply(theta, theta, ref fault), UInt256.Multiply(excess, 2, ref fault), ref fault);
        }

        return UInt256.Max(least, Decimal18.DivideDown(curvature, anchoredSupply, ref fault));
    }

    /// <summary>x_U = min(x̂_U, x̄_U·y_a).</summary>
    public static UInt256 ThresholdLevel(
        in UInt256 anchoredReserve, in UInt256 anchoredSupply, in UInt256 curvature, in UInt256 threshold, in UInt256 floorDiscount, ref Fault fault)
    {
        UInt256 deficit = UInt256.Subtract(anchoredSupply, anchoredReserve, ref fault);
        UInt256 square = UInt256.Multiply(floorDiscount, floorDiscount, ref fault);
        UInt256 height;
        if (Decimal18.MultiplyDown(curvature, deficit, ref fault) <= UInt256.Divide(square, Two, ref fault))
        {
            height = SquareRoot(UInt256.Divide(UInt256.Multiply(Two, deficit, ref fault), curvature, ref fault), ref fault);
        }
        else
        {
            UInt256 twice = UInt256.Multiply(curvature, 2, ref fault);
            height = UInt256.Add(
                Decimal18.DivideDown(deficit, floorDiscount, ref fault), Decimal18.DivideDown(floorDiscount, twice, ref fault), ref fault);
        }

        UInt256 largest = Decimal18.MultiplyDown(threshold, anchoredSupply, ref fault);
        return UInt256.Min(UInt256.SubtractOrZero(anchoredSupply, height), largest);
    }

    /// <summary>x_L; <see cref="Revert.NonPositiveDelta"/> unless b_a is below y_a.</summary>
    public static UInt256 LimitLevel(
        in UInt256 anchoredReserve, in UInt256 anchoredSupply, in UInt256 curvature, in UInt256 threshold, ref Fault fault)
    {
        if (anchoredReserve >= anchoredSupply)
        {
            fault.Raise(Revert.NonPositiveDelta);
            return default;
        }

        UInt256 height = UInt256.Subtract(anchoredSupply, threshold, ref fault);
        UInt256 left = Decimal18.MultiplyUp(height, height, ref fault);
        UInt256 deficit = UInt256.Subtract(anchoredSupply, anchoredReserve, ref fault);
        UInt256 right = UInt256.Divide(UInt256.Multiply(Two, deficit, ref fault), curvature, ref fault);
        return left >= right
            ? UInt256.Subtract(anchoredSupply, SquareRoot(UInt256.Subtract(left, right, ref fault), ref fault), ref fault)
            : anchoredSupply;
    }

    /// <summary>√value, by the contract's power with exponent one half and nothing done about its error.</summary>
    internal static UInt256 SquareRoot(in UInt256 value, ref Fault fault) => Power.Raise(value, OneHalf, ref fault);
}
