using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>What a reserve lacks, and what a redemption loses, at each redemption level, for one reserve at level 0; everything in parts of the anchor supply, in
/// any precision or of a pack of curves.</summary>
/// <remarks><para>b(x) = b_a − x up to x_U, b_a − x + α(x − x_U)²/2 up to x_L, r_L(1 − x) beyond, with r_L = 1 − α(x_L − x_U).</para>
/// <para>The curve is held by its deficit δ = 1 − b_a and by the length x_L − x_U, which keep their digits where b_a and x_L lose them.</para>
/// <para>Source: spec 02-reserve-system, section 3.</para></remarks>
internal readonly struct RedemptionCurve<TReal>(TReal deficit, TReal curvature, TReal threshold, TReal fallLength)
    where TReal : struct, IReal<TReal>
{
    // Nearer to θ no deficit can come, and be told from it: α stays finite.
    private const double Finest = 1.0 / (1L << 52);

    /// <summary>δ, what the reserve lacks of the supply at level 0.</summary>
    public TReal Deficit { get; } = deficit;

    /// <summary>α, by which the rate falls per part of the anchor supply.</summary>
    public TReal Curvature { get; } = curvature;

    /// <summary>x_U, up to which the rate is one.</summary>
    public TReal Threshold { get; } = threshold;

    /// <summary>x_L − x_U, over which the rate falls.</summary>
    public TReal FallLength { get; } = fallLength;

    /// <summary>The curve of a deficit δ, with its dynamic parameters.</summary>
    /// <param name="shape">The least curvature, the largest threshold, the floor.</param>
    /// <param name="deficit">δ, from 0 to below θ.</param>
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

    /// <summary>1 − x − b(x), what the reserve lacks of the supply left.</summary>
    /// <param name="level">x, from 0 to 1.</param>
    /// <param name="supply">The supply left, 1 − x, which may be known to more digits than x tells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal DeficitAt(TReal level, TReal supply)
    {
        TReal fall = TReal.Max(level - Threshold, 0);
        return TReal.Select(
            TReal.LessThanOrEqual(fall, FallLength), Deficit - (Curvature * fall * fall / 2), supply * Curvature * FallLength);
    }

    /// <summary>amount − (b(x) − b(x + amount)), what a redemption is paid below par.</summary>
    /// <param name="level">x.</param>
    /// <param name="amount">What is redeemed, from 0 to 1 − x.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal LossOf(TReal level, TReal amount)
    {
        TReal start = TReal.Min(TReal.Max(level - Threshold, 0), FallLength);
        TReal beyond = TReal.Max(amount - TReal.Max(Threshold - level, 0), 0);
        TReal falling = TReal.Min(beyond, FallLength - start);
        return Curvature * ((falling * (start + (falling / 2))) + ((beyond - falling) * FallLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal IsZero(TReal number) => TReal.LessThanOrEqual(TReal.Abs(number), 0);
}
