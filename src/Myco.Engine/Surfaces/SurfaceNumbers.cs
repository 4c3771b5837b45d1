using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>The constants of a surface in one precision; matrices are row-major and symmetric.</summary>
/// <remarks>Names against the letters of spec 01-surface: inverse metric Σ = Q·diag(λ²)·Qᵀ, metric G = Σ⁻¹, unit offset o,
/// offset image t = G·o, κ = o·t − 1, cone M = ttᵀ − κG (balances are a state only where vᵀMv ≥ 0),
/// minor D_jk = G_jj·G_kk − G_jk².</remarks>
internal sealed class SurfaceNumbers<TReal>
    where TReal : unmanaged, IExtendedReal<TReal>
{
    public required TReal[] Metric { get; init; }

    public required TReal[] InverseMetric { get; init; }

    public required TReal[] UnitOffset { get; init; }

    public required TReal[] OffsetImage { get; init; }

    public required TReal[] Cone { get; init; }

    public required TReal[] Minor { get; init; }

    public required TReal Kappa { get; init; }

    public int Dimension => UnitOffset.Length;

    /// <summary>The same constants, rounded.</summary>
    public static SurfaceNumbers<TReal> Round(SurfaceNumbers<QuadDouble> exact) => new()
    {
        Metric = Round(exact.Metric),
        InverseMetric = Round(exact.InverseMetric),
        UnitOffset = Round(exact.UnitOffset),
        OffsetImage = Round(exact.OffsetImage),
        Cone = Round(exact.Cone),
        Minor = Round(exact.Minor),
        Kappa = exact.Kappa.RoundTo<TReal>(),
    };

    private static TReal[] Round(QuadDouble[] values) => Array.ConvertAll(values, value => value.RoundTo<TReal>());
}
