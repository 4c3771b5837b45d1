using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Safety;

/// <summary>What an order does to the weight of one vault, in any precision or of a pack of paths.</summary>
/// <param name="before">Its weight before the order.</param>
/// <param name="after">Its weight after it.</param>
/// <param name="target">The weight it should have.</param>
/// <param name="band">How far it may be from that.</param>
internal readonly struct WeightChange<TReal>(TReal before, TReal after, TReal target, TReal band)
    where TReal : struct, IReal<TReal>
{
    // Weights that a proportional order, or a split toward the targets, leaves alone may come out so much apart.
    private const double Rounding = 1e-12;

    /// <summary>Its weight before the order.</summary>
    public TReal Before { get; } = before;

    /// <summary>Its weight after it.</summary>
    public TReal After { get; } = after;

    /// <summary>The weight it should have.</summary>
    public TReal Target { get; } = target;

    /// <summary>How far it may be from that.</summary>
    public TReal Band { get; } = band;

    /// <summary>The mask of: it loses weight.</summary>
    public TReal IsFall => TReal.LessThan(After, Before);

    /// <summary>The mask of: it ends within its band, or does what is asked of it outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal IsGood(OutsideRule outside)
    {
        TReal distance = TReal.Abs(After - Target), distanceBefore = TReal.Abs(Before - Target);
        TReal isOnItsWay = outside == OutsideRule.Closer
            ? TReal.LessThan(distance, distanceBefore)
            : TReal.LessThanOrEqual(distance, distanceBefore + Rounding);
        return TReal.LessThanOrEqual(distance, Band) | isOnItsWay;
    }
}
