using Myco.Engine.Pools.Eclp;
using Myco.Verification.Vectors;

namespace Myco.Verification.Eclp;

/// <summary>The numbers of an E-CLP as vector files name them.</summary>
internal static class EclpFields
{
    /// <summary>α, β, c, s, λ, 18 decimals.</summary>
    public static EclpCurve Curve(VectorNode node) =>
        new(node["alpha"].Int(), node["beta"].Int(), node["c"].Int(), node["s"].Int(), node["lambda"].Int());

    /// <summary>The derived values, 38 decimals.</summary>
    public static EclpDerivedParameters Derived(VectorNode node) => new(
        node["tauAlphaX"].Int(), node["tauAlphaY"].Int(), node["tauBetaX"].Int(), node["tauBetaY"].Int(),
        node["u"].Int(), node["v"].Int(), node["w"].Int(), node["z"].Int(), node["dSq"].Int());
}
