namespace Myco.Engine.Surfaces;

/// <summary>Bounds on what rounding has done to the numbers of a state that follows its trades.</summary>
/// <remarks><para>With r off by ρ, g is off by η − tρ and s₀ by σ + κρ. A trade keeps κr² − 2(t·v)r + vᵀGv as it is, and so ρs₀: what is wrong with r grows as s₀
/// falls. A trade Δ by which r grows by δr adds Δ·η + δr·σ to ρs₀, beside its own rounding.</para>
/// <para>Source: spec 01-surface, section 2, the increments of its formulas.</para></remarks>
/// <param name="Gradient">η, the greatest of all components.</param>
/// <param name="Root">σ.</param>
/// <param name="Residual">ρs₀.</param>
internal readonly record struct StateDrift(double Gradient, double Root, double Residual)
{
    /// <summary>What a double-double sum or product is off by, relative to the magnitudes of its terms.</summary>
    private const double Rounding = 1.0 / (1UL << 51) / (1UL << 51);

    /// <summary>What a price or s₀ may be off by, relative: a quote is off by at most 32 times as much (<see cref="StatePreparation"/>), a quarter of a unit
    /// in its last place.</summary>
    private const double Allowed = 1.0 / (1L << 60);

    /// <summary>The bounds after a change of balances.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="change">The magnitudes of the change.</param>
    /// <param name="root">s₀ before it, or after it if that is more.</param>
    public StateDrift After(SurfaceColumns surface, in Magnitudes change, double root)
    {
        double lost = Rounding * change.Balances;
        double gradient = Gradient + (Rounding * ((change.Moved * surface.LargestMetric) + (change.Growth * surface.LargestImage))) + (lost * surface.LargestMetric);
        double own = Root + (Rounding * (root + (change.Moved * surface.LargestImage) + (surface.Kappa * change.Growth))) + (lost * surface.LargestImage);
        double residual = Residual + (change.Moved * gradient) + (change.Growth * (own + (change.GrowthRounding * root)))
            + (((Rounding * change.Moved) + lost) * change.Prices);
        return new(gradient, own, residual);
    }

    /// <summary>Whether no quote can feel the drift.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="root">s₀.</param>
    /// <param name="leastPrice">The least −g_i.</param>
    public bool IsHarmless(SurfaceColumns surface, double root, double leastPrice)
    {
        double invariant = Residual / root;
        return Gradient + (surface.LargestImage * invariant) <= Allowed * leastPrice && Root + (surface.Kappa * invariant) <= Allowed * root;
    }

    /// <summary>How great the numbers are that a change brings together.</summary>
    /// <param name="Moved">Σ|Δ_i|.</param>
    /// <param name="Balances">The sum of the balances changed.</param>
    /// <param name="Prices">The sum of their −g_i, before and after.</param>
    /// <param name="Growth">|δr|.</param>
    /// <param name="GrowthRounding">What δr is off by, relative.</param>
    public readonly record struct Magnitudes(double Moved, double Balances, double Prices, double Growth, double GrowthRounding);
}
