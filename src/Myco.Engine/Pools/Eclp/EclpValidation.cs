using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The checks of an E-CLP's constructor, in its order: the first that fails is the reason.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.3.</remarks>
internal static class EclpValidation
{
    /// <summary>validateParams: 0 ≤ s ≤ 1, 0 ≤ c ≤ 1, s² + c² = 1 within 10⁻¹⁵, 1 ≤ λ ≤ 10⁸.</summary>
    public static void Check(in EclpCurve curve, ref Fault fault)
    {
        Int256 one = SignedDecimal18.One;
        Require(!curve.S.IsNegative && curve.S <= one, Revert.RotationVectorSWrong, ref fault);
        Require(!curve.C.IsNegative && curve.C <= one, Revert.RotationVectorCWrong, ref fault);
        Int256 square = Int256.Add(
            SignedDecimal18.MultiplyDown(curve.S, curve.S, ref fault), SignedDecimal18.MultiplyDown(curve.C, curve.C, ref fault), ref fault);
        Require(IsNear(square, one, EclpLimits.RotationTolerance, ref fault), Revert.RotationVectorNotNormalized, ref fault);
        Require(curve.Lambda >= one && curve.Lambda <= EclpLimits.MaxLambda, Revert.StretchingFactorWrong, ref fault);
    }

    /// <summary>validateDerivedParamsLimits: signs and norms of τ, u, v, w, z at most 1, d² = 1 within 10⁻¹⁵, 1/(|Aχ|² − 1) at most 10⁵.</summary>
    /// <remarks>u, v, w, z and the last value have no lower limit. Arithmetic refusals as they occur; <see cref="Revert.ZeroDivision"/> for |Aχ|² = 1.</remarks>
    public static void Check(in EclpCurve curve, in EclpDerivedParameters derived, ref Fault fault)
    {
        Require(derived.TauAlphaY.IsPositive, Revert.DerivedTauAlphaYWrong, ref fault);
        Require(derived.TauBetaY.IsPositive, Revert.DerivedTauBetaYWrong, ref fault);
        Require(derived.TauBetaX > derived.TauAlphaX, Revert.DerivedTauXWrong, ref fault);
        RequireUnit(derived.TauAlphaX, derived.TauAlphaY, Revert.DerivedTauAlphaNotNormalized, ref fault);
        RequireUnit(derived.TauBetaX, derived.TauBetaY, Revert.DerivedTauBetaNotNormalized, ref fault);
        Int256 one = SignedDecimal38.One;
        Require(derived.U <= one, Revert.DerivedUWrong, ref fault);
        Require(derived.V <= one, Revert.DerivedVWrong, ref fault);
        Require(derived.W <= one, Revert.DerivedWWrong, ref fault);
        Require(derived.Z <= one, Revert.DerivedZWrong, ref fault);
        Require(IsNear(derived.DSq, one, EclpLimits.DerivedTolerance, ref fault), Revert.DerivedDsqWrong, ref fault);
        Int256 inverse = EclpInvariant.InverseDenominator(curve, derived, ref fault);
        Require(inverse <= EclpLimits.MaxInverseDenominator, Revert.InvariantDenominatorWrong, ref fault);
    }

    private static void RequireUnit(in Int256 x, in Int256 y, Revert revert, ref Fault fault)
    {
        Int256 square = Int256.Add(SignedDecimal38.Multiply(x, x, ref fault), SignedDecimal38.Multiply(y, y, ref fault), ref fault);
        Require(IsNear(square, SignedDecimal38.One, EclpLimits.DerivedTolerance, ref fault), revert, ref fault);
    }

    private static bool IsNear(in Int256 value, in Int256 target, in Int256 tolerance, ref Fault fault)
    {
        Int256 difference = Int256.Subtract(value, target, ref fault);
        return difference <= tolerance && difference >= Int256.WrappingNegate(tolerance);
    }

    private static void Require(bool holds, Revert revert, ref Fault fault)
    {
        if (!holds)
        {
            fault.Raise(revert);
        }
    }
}
