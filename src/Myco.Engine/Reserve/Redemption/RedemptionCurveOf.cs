using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>The numbers of <see cref="RedemptionCurve"/> and what they say, in any precision, or of a pack of curves.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3.</remarks>
internal readonly struct RedemptionCurve<TReal>(TReal deficit, TReal curvature, TReal threshold, TReal fallLength)
    where TReal : struct, IReal<TReal>
{
    // Nearer to θ no deficit can come, and be told from it: α stays finite.
    private const double Finest = 1.0 / (1L << 52);

    /// <summary>δ = 1 − b_a.</summary>
    public TReal Deficit { get; } = deficit;

    /// <summary>α.</summary>
    public TReal Curvature { get; } = curvature;

    /// <summary>x_U.</summary>
    public TReal Threshold { get; } = threshold;

    /// <summary>x_L − x_U.</summary>
    public TReal FallLength { get; } = fallLength;

    /// <summary>The curve of a deficit from 0 to below θ, with its dynamic parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RedemptionCurve<TReal> Of(in RedemptionShape<TReal> shape, TReal deficit)
    {
        // spec 02 §3: α̂ = 2δ or θ²/(2(θ − δ)); x̂_U = 1 − √(2δ/α) or 1 − δ/θ − θ/(2α); (1 − x_L)² = (1 − x_U)² − 2δ/α.
        TReal theta = shape.FloorDiscount;
        TReal toFloor = TReal.Max(theta - deficit, theta * Finest);
        TReal least = TReal.Select(TReal.LessThanOrEqual(deficit, theta / 2), 2 * deficit, theta * theta / (2 * toFloor));
        TReal curvature = TReal.Max(shape.Curvature, least);
        TReal square = 2 * deficit / curvature;
        TReal endsAbove = TReal.LessThanOrEqual(curvature * deficit, theta * theta / 2);
        TReal height = TReal.Select(endsAbove, TReal.Sqrt(square), (deficit / theta) + (theta / (2 * curvature)));
        TReal threshold = TReal.Min(shape.Threshold, TReal.Max(1 - height, 0));
        TReal room = 1 - threshold;
        TReal radicand = (room * room) - square;
        TReal fall = TReal.Select(TReal.LessThanOrEqual(0, radicand), square / (room + TReal.Sqrt(radicand)), room);
        return new(deficit, curvature, threshold, TReal.Select(IsZero(square), 0, fall));
    }

    /// <summary>1 − x − b(x), what the reserve lacks of the supply left, at a level from 0 to 1 and a supply left of 1 − x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal DeficitAt(TReal level, TReal supply)
    {
        TReal fall = TReal.Max(level - Threshold, 0);
        return TReal.Select(
            TReal.LessThanOrEqual(fall, FallLength), Deficit - (Curvature * fall * fall / 2), supply * Curvature * FallLength);
    }

    /// <summary>amount − (b(x) − b(x + amount)), what a redemption is paid below par.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal LossOf(TReal level, TReal amount)
    {
        TReal start = FallenAt(level);
        TReal beyond = TReal.Max(amount - TReal.Max(Threshold - level, 0), 0);
        TReal falling = TReal.Min(beyond, FallLength - start);
        return Curvature * ((falling * (start + (falling / 2))) + ((beyond - falling) * FallLength));
    }

    /// <summary>How much of the fall lies below a level, 0 to x_L − x_U.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal FallenAt(TReal level) => TReal.Min(TReal.Max(level - Threshold, 0), FallLength);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal IsZero(TReal number) => TReal.LessThanOrEqual(TReal.Abs(number), 0);
}
