using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The parameters of an E-CLP as its contract stores them, with everything computed that depends on them alone.</summary>
/// <remarks>Immutable, shared freely between pools and threads. One E-CLP serves Balancer V2 and V3: the mathematics is the same to the last digit.
/// Source: spec/04-onchain-math.md §1.3.</remarks>
public sealed class EclpParameters
{
    private EclpParameters(in EclpCurve curve, in EclpDerivedParameters derived)
    {
        Curve = curve;
        Derived = derived;
        Lambda = new(curve.Lambda.Bits);
        InvariantTerms = new(curve, derived, Lambda);
        Int256 mirrored = Int256.WrappingNegate(derived.TauAlphaX);
        Side0 = new(new()
        {
            C = curve.C,
            S = curve.S,
            LambdaValue = curve.Lambda,
            Lambda = Lambda,
            TauX = derived.TauBetaX,
            TauY = derived.TauBetaY,
            OtherTauX = mirrored,
            OtherTauY = derived.TauAlphaY,
            DSq = derived.DSq,
        });
        Side1 = new(new()
        {
            C = curve.S,
            S = curve.C,
            LambdaValue = curve.Lambda,
            Lambda = Lambda,
            TauX = mirrored,
            TauY = derived.TauAlphaY,
            OtherTauX = derived.TauBetaX,
            OtherTauY = derived.TauBetaY,
            DSq = derived.DSq,
        });
    }

    /// <summary>α, β, c, s, λ.</summary>
    public EclpCurve Curve { get; }

    /// <summary>The derived values, as given.</summary>
    public EclpDerivedParameters Derived { get; }

    /// <summary>λ as a divisor.</summary>
    internal Decimal18Divisor Lambda { get; }

    internal EclpInvariantTerms InvariantTerms { get; }

    internal EclpSideTerms Side0 { get; }

    internal EclpSideTerms Side1 { get; }

    /// <summary>Checks the parameters as the contract's constructor does and keeps what depends on them alone.</summary>
    /// <returns>The first check that fails, and no parameters; <see cref="Revert.None"/> and the parameters when all hold.</returns>
    public static Revert TryCreate(in EclpCurve curve, in EclpDerivedParameters derived, out EclpParameters? parameters)
    {
        Fault fault = default;
        EclpValidation.Check(curve, ref fault);
        EclpValidation.Check(curve, derived, ref fault);
        parameters = fault.IsRaised ? null : new(curve, derived);
        return fault.ToRevert();
    }

    /// <summary>As <see cref="TryCreate"/>.</summary>
    /// <exception cref="ArgumentException">A check fails; the message names the values, the limit and what to do.</exception>
    public static EclpParameters Create(in EclpCurve curve, in EclpDerivedParameters derived)
    {
        Revert revert = TryCreate(curve, derived, out EclpParameters? parameters);
        return parameters ?? throw Refused(curve, derived, revert);
    }

    /// <summary>Parameters as a library function of the contract takes them: unchecked.</summary>
    internal static EclpParameters Unchecked(in EclpCurve curve, in EclpDerivedParameters derived) => new(curve, derived);

    /// <summary>What is seen from token 0 or token 1.</summary>
    internal EclpSideTerms Side(int token) => token == 0 ? Side0 : Side1;

    private static ArgumentException Refused(in EclpCurve curve, in EclpDerivedParameters derived, Revert revert) => new(
        $"E-CLP parameters refused ({revert}): {RevertCatalog.Describe(revert)} Given: {curve}, {derived}. " +
        "Pass the integers the pool's contract stores: 18 decimals for the curve, 38 for the derived values.");
}
