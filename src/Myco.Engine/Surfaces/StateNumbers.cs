using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>What is computed once from the balances of a state, in one precision.</summary>
/// <remarks>Names against the letters of spec 01-surface: root s₀ = √(vᵀMv), invariant r = (t·v + s₀)/κ, cone image M·v,
/// gradient g = −(s₀t + Mv)/κ.</remarks>
internal sealed class StateNumbers<TReal>
    where TReal : unmanaged, IExtendedReal<TReal>
{
    public required SurfaceNumbers<TReal> Surface { get; init; }

    public required TReal[] Balances { get; init; }

    public required TReal[] ConeImage { get; init; }

    public required TReal[] Gradient { get; init; }

    public required TReal Root { get; init; }

    public required TReal Invariant { get; init; }

    /// <summary>What the preparation's rounding may have done.</summary>
    public required StateDrift Drift { get; init; }

    public int Dimension => Gradient.Length;

    /// <summary>The same numbers in another precision.</summary>
    public StateNumbers<TOther> Convert<TOther>(SurfaceNumbers<TOther> surface, Converter<TReal, TOther> convert)
        where TOther : unmanaged, IExtendedReal<TOther> => new()
        {
            Surface = surface,
            Balances = Array.ConvertAll(Balances, convert),
            ConeImage = Array.ConvertAll(ConeImage, convert),
            Gradient = Array.ConvertAll(Gradient, convert),
            Root = convert(Root),
            Invariant = convert(Invariant),
            Drift = Drift,
        };

    /// <summary>E_jk = g_j·G_jk − g_k·G_jj.</summary>
    public TReal Mixed(int j, int k) =>
        (Gradient[j] * Surface.Metric[(j * Dimension) + k]) - (Gradient[k] * Surface.Metric[(j * Dimension) + j]);

    /// <summary>W_j = g_j·t_j + G_jj·s₀, the linear coefficient in the discriminant of a burn.</summary>
    public TReal BurnSlope(int j) =>
        (Gradient[j] * Surface.OffsetImage[j]) + (Surface.Metric[(j * Dimension) + j] * Root);
}
