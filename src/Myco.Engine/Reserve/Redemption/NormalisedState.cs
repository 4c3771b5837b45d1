using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>A state of redemptions in parts of its anchor supply, in any precision or of a pack of paths.</summary>
/// <param name="level">The level in tokens.</param>
/// <param name="reserve">The value of the reserve in dollars.</param>
/// <param name="supply">The tokens there are, above 0.</param>
/// <param name="floorRate">θ̄.</param>
internal readonly struct NormalisedState<TReal>(TReal level, TReal reserve, TReal supply, TReal floorRate)
    where TReal : struct, IReal<TReal>
{
    /// <summary>The mask of: the reserve covers the supply.</summary>
    public TReal IsPar { get; } = TReal.LessThanOrEqual(supply, reserve);

    /// <summary>y_a = y + x in tokens.</summary>
    public TReal Anchor { get; } = supply + level;

    /// <summary>x.</summary>
    public TReal Level { get; } = level / (supply + level);

    /// <summary>y.</summary>
    public TReal Supply { get; } = supply / (supply + level);

    /// <summary>D = y − b.</summary>
    public TReal Deficit { get; } = (supply - reserve) / (supply + level);

    /// <summary>b/y.</summary>
    public TReal Backing { get; } = reserve / supply;

    /// <summary>u = 1 − b/y.</summary>
    public TReal Discount { get; } = (supply - reserve) / supply;

    /// <summary>e = b − θ̄y.</summary>
    public TReal Excess { get; } = TReal.Max(TReal.MultiplyAdd(-floorRate, supply, reserve), 0) / (supply + level);
}
