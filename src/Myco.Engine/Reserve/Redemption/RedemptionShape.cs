using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>The three numbers that shape all redemption curves, and θ, in one precision; of a pack, each path's own.</summary>
internal readonly struct RedemptionShape<TReal>(TReal curvature, TReal threshold, TReal floorRate)
    where TReal : struct, IReal<TReal>
{
    /// <summary>ᾱ, the least curvature.</summary>
    public TReal Curvature { get; } = curvature;

    /// <summary>x̄_U, the largest level that is paid at par.</summary>
    public TReal Threshold { get; } = threshold;

    /// <summary>θ̄, the floor.</summary>
    public TReal FloorRate { get; } = floorRate;

    /// <summary>θ = 1 − θ̄.</summary>
    public TReal FloorDiscount { get; } = 1 - floorRate;
}
