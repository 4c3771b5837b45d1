using Myco.Engine.Pools.Eclp;

namespace Myco.Verification.Eclp;

/// <summary>One parameter set of E-CLP vectors with its swaps.</summary>
/// <param name="Id">The set's name in the file.</param>
/// <param name="Kind">Where it comes from: <c>real</c>, or what it was made to try.</param>
/// <param name="IsValid">Whether it was made to be accepted; of the others, which try the validators, some lie on the good side of an edge.</param>
/// <param name="Curve">α, β, c, s, λ.</param>
/// <param name="Derived">The derived values.</param>
/// <param name="Swaps">The swaps, refused ones too.</param>
public sealed record EclpVectorSet(
    string Id, string Kind, bool IsValid, EclpCurve Curve, EclpDerivedParameters Derived, IReadOnlyList<EclpSwapVector> Swaps);
